import { appendFile, close, fdatasync, openSync } from 'node:fs';
import { mkdir, open, readFile, rename, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type * as z from 'zod';

/** What a log needs: where it lies, the form of its records, and the fold that makes the state from them. */
export interface DurableLogOptions<R> {
  readonly file: string;
  readonly schema: z.ZodType<R>;
  /** Called for every record in order, first those of the file, then each appended one. */
  readonly apply: (record: R) => void;
  /** When given, a file that has outgrown the state it stands for is rewritten with these records at opening. */
  readonly snapshot?: () => readonly R[];
}

/**
 * An append-only file of JSON lines that a state is folded from. Records written while a sync is under way share
 * the next one. A record counts in memory at once, so whoever answers a caller awaits `flushed()` first.
 */
export class DurableLog<R> {
  readonly #file: number;
  readonly #apply: (record: R) => void;
  #pending: string[] = [];
  #scheduled = false;
  #tail: Promise<void> = Promise.resolve();

  /** Use `openDurableLog`. */
  constructor(file: number, apply: (record: R) => void) {
    this.#file = file;
    this.#apply = apply;
  }

  /** Applies a record and resolves when it is on disk; after one failed write every later one fails too. */
  append(record: R): Promise<void> {
    this.#apply(record);
    this.#pending.push(`${JSON.stringify(record)}\n`);
    if (!this.#scheduled) {
      this.#scheduled = true;
      this.#tail = this.#tail.then(() => this.#write());
    }
    return this.#tail;
  }

  /** Resolves when everything appended so far is on disk. */
  flushed(): Promise<void> {
    return this.#tail;
  }

  /** Writes what is left and closes the file. */
  async close(): Promise<void> {
    await this.#tail;
    await promisify(close)(this.#file);
  }

  async #write(): Promise<void> {
    this.#scheduled = false;
    const lines = this.#pending;
    this.#pending = [];
    await promisify(appendFile)(this.#file, lines.join(''));
    await promisify(fdatasync)(this.#file);
  }
}

/**
 * Opens a log, makes the state from its records, and cuts off a last line that a crash left half written.
 * Throws when a line before the last cannot be read, naming the file and the line.
 */
export async function openDurableLog<R>(options: DurableLogOptions<R>): Promise<DurableLog<R>> {
  await mkdir(dirname(options.file), { recursive: true });
  const records = await readRecords(options);
  for (const record of records) options.apply(record);
  const snapshot = options.snapshot?.();
  if (snapshot !== undefined && records.length > 2 * snapshot.length + 1_000) {
    await writeDurably(options.file, snapshot.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }
  return new DurableLog(openSync(options.file, 'a', 0o600), options.apply);
}

/** Writes a file so that after a crash either the old or the new content is there: temporary file, sync, rename. */
export async function writeDurably(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.tmp`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

async function readRecords<R>(options: DurableLogOptions<R>): Promise<readonly R[]> {
  const content = await readIfThere(options.file);
  const end = content.lastIndexOf('\n') + 1;
  if (end < content.length) await truncate(options.file, Buffer.byteLength(content.slice(0, end)));
  const lines = content.slice(0, end).split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return options.schema.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${options.file}: line ${index + 1} cannot be read`, { cause: error });
    }
  });
}

/** The text of a file, or nothing when there is no such file. */
export async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
