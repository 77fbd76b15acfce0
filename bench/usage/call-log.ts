import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CountedLine } from './usage-of-lines.ts';

/** What runs by itself, whether there is a case or not: no case pays for it. */
const BY_ITSELF = /RecordCheckpoint|SweepOrphans|SweepOpenCases/;
/** Milliseconds in which the log files of workers catch up. */
const CATCH_UP = 30;

/** What functions did since the last look. */
export interface Since {
  /** The lines of what was done for cases. */
  readonly lines: readonly CountedLine[];
  /** Those of the functions that run by themselves. */
  readonly background: readonly CountedLine[];
  /** Bytes that the functions of cases logged. */
  readonly logBytes: number;
}

/** Reads on in what the runtime counted and logged. */
export class CallLog {
  readonly #calls: string;
  readonly #logs: string;
  readonly #read = new Map<string, number>();

  constructor(folders: { readonly calls: string; readonly logs: string }) {
    this.#calls = folders.calls;
    this.#logs = folders.logs;
  }

  /** All that came since the last time. */
  async take(): Promise<Since> {
    await sleep(CATCH_UP);
    const lines = filesIn(this.#calls).flatMap((file) => this.#linesOf(file));
    const logged = filesIn(this.#logs).filter((file) => !BY_ITSELF.test(file));
    return {
      lines: lines.filter((line) => !BY_ITSELF.test(line.function)),
      background: lines.filter((line) => BY_ITSELF.test(line.function)),
      logBytes: logged.reduce((sum, file) => sum + this.#grownBy(file), 0),
    };
  }

  #linesOf(file: string): CountedLine[] {
    const all = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const fresh = all.slice(this.#read.get(file) ?? 0);
    this.#read.set(file, all.length);
    return fresh.map((line) => CountedLine.parse(JSON.parse(line)));
  }

  #grownBy(file: string): number {
    const { size } = statSync(file);
    const before = this.#read.get(file) ?? 0;
    this.#read.set(file, size);
    return size - before;
  }
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}
