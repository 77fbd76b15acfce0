import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { StackTemplate } from '../templates.ts';
import { ARGUMENTS_VARIABLE } from './cdk-arguments.ts';

const CLI = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
const ARGUMENTS = join(import.meta.dirname, 'cdk-arguments.ts');
const COMMON = ['--no-notices', '--no-version-reporting', '--no-color', '--progress', 'events', '--ci'];

/** How the CLI is run. */
export interface CdkOptions {
  /** The synthesized assembly. */
  readonly assembly: string;
  /** The whole environment of the CLI: credentials and region come from there. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes each line as it is written. */
  readonly say: (line: string) => void;
}

/** Thrown when the CLI ends with another status than 0. */
export class CdkFailedError extends Error {
  override readonly name = 'CdkFailedError';
}

/** `cdk bootstrap` of a place, `aws://<account>/<region>`. @throws CdkFailedError */
export async function bootstrap(place: string, options: CdkOptions): Promise<void> {
  await cdk(['bootstrap', place], options);
}

/** `cdk deploy` of the stacks, with the values that are known; for others the deployed stack's are kept. @throws CdkFailedError */
export async function deployStacks(
  stacks: readonly StackTemplate[],
  values: Readonly<Record<string, string>>,
  options: CdkOptions,
): Promise<void> {
  const names = stacks.map(({ name }) => name);
  const args = ['deploy', ...names, '--exclusively', '--require-approval', 'never'];
  await cdk([...args, ...parameterArguments(stacks, values)], options);
}

/** The CLI's arguments for the parameters of each stack whose values are known. */
export function parameterArguments(
  stacks: readonly StackTemplate[],
  values: Readonly<Record<string, string>>,
): readonly string[] {
  return stacks.flatMap(({ name, parameters }) =>
    parameters.flatMap((parameter) => {
      const value = values[parameter.name];
      return value === undefined ? [] : ['--parameters', `${name}:${parameter.name}=${value}`];
    }),
  );
}

/**
 * Runs the CLI on an assembly that is already synthesized, away from the project's own settings. Its arguments hold
 * secrets: they go through its environment, which others on the machine cannot list.
 */
function cdk(args: readonly string[], { assembly, environment, say }: CdkOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', ARGUMENTS, CLI], {
      env: { ...environment, [ARGUMENTS_VARIABLE]: JSON.stringify([...args, '--app', assembly, ...COMMON]) },
      cwd: join(assembly, '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', say);
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new CdkFailedError(`cdk ${args[0]} ended with ${status}`));
    });
  });
}
