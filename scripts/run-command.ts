import { spawn } from 'node:child_process';

/** How a command is run. */
export interface CommandOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** @default the folder of this process */
  readonly cwd?: string;
  readonly timeoutMs: number;
}

/** What a command left behind; `status` is null when it was stopped or never began. */
export interface Finished {
  readonly status: number | null;
  /** What it wrote on either stream, in order. */
  readonly output: string;
}

/** Runs a command to its end, without a shell; one that takes too long is stopped. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<Finished> {
  const { environment, cwd, timeoutMs } = options;
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const child = spawn(command, args, {
      env: environment,
      cwd,
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const finish = (status: number | null, more = ''): void =>
      resolve({ status, output: `${Buffer.concat(parts).toString()}${more}` });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
    child.once('error', ({ message }) => finish(null, message));
    child.once('close', (status) => finish(status));
  });
}

/** The last lines of an output, for a sentence about what went wrong. */
export function lastLines(output: string, count: number): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
