import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ACCOUNT, type Ministack, REGION } from './ministack.ts';
import { lastLines, runCommand } from './run-command.ts';
import type { StackTemplate } from './templates.ts';

const CLI = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
const TIMEOUT_MS = 240_000;
const COMMON = ['--no-notices', '--no-version-reporting', '--no-color', '--progress', 'events', '--ci'];

/** What is deployed, and with which values. */
export interface Deployment {
  readonly assembly: string;
  readonly stacks: readonly StackTemplate[];
  readonly parameters: Readonly<Record<string, string>>;
}

/** `cdk bootstrap`. @throws Error with the last lines of the CLI */
export async function bootstrap({ clientEnvironment }: Ministack, assembly: string): Promise<void> {
  await cdk(clientEnvironment, assembly, ['bootstrap', `aws://${ACCOUNT}/${REGION}`]);
}

/** `cdk deploy`. @throws Error with the last lines of the CLI */
export async function deploy({ clientEnvironment }: Ministack, deployment: Deployment): Promise<void> {
  const { assembly, stacks } = deployment;
  const names = stacks.map(({ name }) => name);
  await cdk(clientEnvironment, assembly, [
    'deploy',
    ...names,
    '--exclusively',
    '--require-approval',
    'never',
    ...parameterArguments(deployment),
  ]);
}

/** The CLI's arguments for the parameters of each stack. @throws Error when a parameter has no value */
export function parameterArguments({ stacks, parameters }: Omit<Deployment, 'assembly'>): readonly string[] {
  return stacks.flatMap(({ name, parameters: declared }) =>
    declared.flatMap((parameter) => {
      const value = parameters[parameter];
      if (value === undefined) throw new Error(`${name} asks for ${parameter}, for which there is no value`);
      return ['--parameters', `${name}:${parameter}=${value}`];
    }),
  );
}

/** Runs the CLI on an assembly that is already synthesized, away from the project's own settings. */
async function cdk(
  environment: Ministack['clientEnvironment'],
  assembly: string,
  args: readonly string[],
): Promise<void> {
  const { status, output } = await runCommand(process.execPath, [CLI, ...args, '--app', assembly, ...COMMON], {
    environment,
    cwd: join(assembly, '..'),
    timeoutMs: TIMEOUT_MS,
  });
  if (status !== 0) throw new Error(`cdk ${args[0]} ended with ${status}:\n${lastLines(output, 15)}`);
}
