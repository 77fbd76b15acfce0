import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finished, runCommand } from '../run-command.ts';
import type { Ministack } from './ministack.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const API_TRANSPORT = join(import.meta.dirname, 'api-transport.ts');
const TIMEOUT_MS = 300_000;

/** Runs the commands that an operator has, against ministack and with nothing of this machine's own account. */
export class Operator {
  readonly #ministack: Ministack;
  readonly #stage: string;

  constructor(ministack: Ministack, stage: string) {
    this.#ministack = ministack;
    this.#stage = stage;
  }

  /** `npm run <script> -- … --stage <stage>`. */
  run(script: 'authority' | 'deploy' | 'destroy' | 'undelivered', args: readonly string[]): Promise<Finished> {
    const { clientEnvironment, certificate } = this.#ministack;
    const environment = {
      ...clientEnvironment,
      NODE_EXTRA_CA_CERTS: certificate,
      NODE_OPTIONS: `--import=${API_TRANSPORT}`,
    };
    const command = [join(ROOT, 'scripts', `${script}.ts`), ...args, '--stage', this.#stage];
    return runCommand(process.execPath, command, { environment, cwd: ROOT, timeoutMs: TIMEOUT_MS });
  }
}

/** @throws Error unless the command ended with this status and said all of it */
export function mustHaveSaid({ status, output }: Finished, wantedStatus: number, wanted: readonly RegExp[]): void {
  const missing = wanted.filter((sentence) => !sentence.test(output));
  if (status === wantedStatus && missing.length === 0) return;
  throw new Error(`it ended with ${status}, and lacks ${missing.join(', ') || 'nothing'}:\n${output}`);
}

/** Writes the values of parameters where `--parameters` finds them. */
export function valuesFile(folder: string, values: Readonly<Record<string, string>>): string {
  const path = join(folder, 'parameters.json');
  writeFileSync(path, JSON.stringify(values));
  return path;
}
