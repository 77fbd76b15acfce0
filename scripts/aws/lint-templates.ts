import { globSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runCommand } from '../run-command.ts';
import { REGION } from './ministack.ts';
import type { PythonTools } from './python-tools.ts';

const TIMEOUT_MS = 120_000;

/** Rules of cfn-lint that are not asked for, by name, each with the reason. */
const IGNORED_RULES: Readonly<Record<string, string>> = {
  W3005: 'the CDK names dependencies that a reference already makes; a second mention changes nothing',
};

/** Runs cfn-lint over every template of the assemblies. @throws Error with its findings, when there is an error */
export async function lintTemplates({ cfnLint }: PythonTools, assemblies: readonly string[]): Promise<string> {
  const templates = assemblies.flatMap((folder) =>
    globSync('*.template.json', { cwd: folder }).map((f) => join(folder, f)),
  );
  if (templates.length === 0) throw new Error('there are no templates');
  const ignored = Object.keys(IGNORED_RULES);
  const args = [
    '--regions',
    REGION,
    '--non-zero-exit-code',
    'error',
    '--ignore-checks',
    ...ignored,
    '--',
    ...templates,
  ];
  const { status, output } = await runCommand(cfnLint, args, { environment: process.env, timeoutMs: TIMEOUT_MS });
  if (status !== 0) throw new Error(`cfn-lint ended with ${status}:\n${lastLines(output, 30)}`);
  const warnings = output.split('\n').filter((line) => /^W\d{4} /.test(line)).length;
  return `${templates.length} templates, ${warnings} warnings beside ${ignored.join(', ')}`;
}
