import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runCommand } from '../run-command.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const INSTALL_TIMEOUT_MS = 240_000;

/** The programs of the virtual environment. */
export interface PythonTools {
  /** The folder of all of them. */
  readonly folder: string;
  readonly python: string;
  readonly ministack: string;
  readonly cfnLint: string;
}

/** Thrown when the tools cannot be had on this machine: nothing was tested then. */
export class ToolsNotInstalledError extends Error {
  override readonly name = 'ToolsNotInstalledError';
}

/**
 * The tools, from a virtual environment below `folder` that is kept between runs and made anew when a pin changes.
 * @throws ToolsNotInstalledError in one sentence
 */
export async function pythonTools(folder: string): Promise<PythonTools> {
  const pins = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const environment = join(folder, `aws-${pins}`);
  const complete = join(environment, 'complete');
  if (!existsSync(complete)) {
    rmSync(environment, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', environment]);
    const install = ['-m', 'pip', 'install', '--quiet', '--retries', '2', '-r', REQUIREMENTS];
    await run(join(environment, 'bin', 'python'), install);
    writeFileSync(complete, '');
  }
  const program = (name: string): string => join(environment, 'bin', name);
  return {
    folder: join(environment, 'bin'),
    python: program('python'),
    ministack: program('ministack'),
    cfnLint: program('cfn-lint'),
  };
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const environment = { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1' };
  const { status, output } = await runCommand(command, args, { environment, timeoutMs: INSTALL_TIMEOUT_MS });
  if (status !== 0) throw new ToolsNotInstalledError(`ministack cannot be installed here: ${lastLines(output, 1)}`);
}
