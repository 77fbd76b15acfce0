import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readWholeLines } from './segments.ts';

const Closed = z.object({
  x: z.number(),
  arn: z.string(),
  name: z.string(),
  machine: z.string(),
  start: z.number(),
  stop: z.number(),
  status: z.string(),
  file: z.number(),
  offset: z.number(),
  length: z.number(),
});
/** What stays in memory of a closed execution: where its history lies, and what ListExecutions shows. */
export type Closed = z.infer<typeof Closed>;

/** AWS forgets a closed execution after 90 days, and so does the archive. */
const RETENTION_MILLISECONDS = 90 * 24 * 60 * 60 * 1000;
const FILE_LIMIT_BYTES = 64 * 1024 * 1024;

/** Histories of closed executions, one block each, found by an index of one line each. */
export class Archive {
  private readonly directory: string;
  private readonly byArn = new Map<string, Closed>();
  private file = 1;
  private size = 0;
  private data: number;
  private index: number;

  /** Opens the archive and forgets what closed more than 90 days before `now` (epoch milliseconds). */
  constructor(directory: string, now: number) {
    this.directory = directory;
    this.load(now);
    this.data = openSync(this.path(this.file), 'a');
    this.size = statSync(this.path(this.file)).size;
    this.index = openSync(join(directory, 'closed.index'), 'a');
  }

  /** Adds a closed execution's history. Not yet synced: the journal still holds it. */
  add(summary: Omit<Closed, 'file' | 'offset' | 'length'>, lines: readonly string[]): void {
    if (this.size > FILE_LIMIT_BYTES) this.rotate();
    const block = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
    const entry = { ...summary, file: this.file, offset: this.size, length: block.length };
    writeSync(this.data, block);
    this.size += block.length;
    writeSync(this.index, `${JSON.stringify(entry)}\n`);
    this.byArn.set(entry.arn, entry);
  }

  /** Puts everything added so far on the disk. */
  sync(): void {
    fsyncSync(this.data);
    fsyncSync(this.index);
  }

  /** The entry of an execution ARN, if it is here. */
  find(arn: string): Closed | undefined {
    return this.byArn.get(arn);
  }

  /** Every entry, in the order of closing. */
  entries(): Iterable<Closed> {
    return this.byArn.values();
  }

  /** The journal lines of a closed execution. */
  lines(entry: Closed): readonly string[] {
    const descriptor = openSync(this.path(entry.file), 'r');
    const block = Buffer.alloc(entry.length);
    readSync(descriptor, block, 0, entry.length, entry.offset);
    closeSync(descriptor);
    return block.toString('utf8').trimEnd().split('\n');
  }

  /** Closes the files. */
  close(): void {
    this.sync();
    closeSync(this.data);
    closeSync(this.index);
  }

  private load(now: number): void {
    const path = join(this.directory, 'closed.index');
    if (!existsSync(path)) return;
    const all = readWholeLines(path).flatMap((line) => parseEntry(line) ?? []);
    const kept = all.filter((entry) => entry.stop > now - RETENTION_MILLISECONDS && this.isThere(entry));
    for (const entry of kept) this.byArn.set(entry.arn, entry);
    this.file = all.reduce((most, entry) => Math.max(most, entry.file), 1);
    if (kept.length === all.length) return;
    const needed = new Set(kept.map((entry) => entry.file));
    for (const file of new Set(all.map((entry) => entry.file))) {
      if (!needed.has(file) && file !== this.file && existsSync(this.path(file))) unlinkSync(this.path(file));
    }
    writeFileSync(path, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { flush: true });
  }

  private isThere(entry: Closed): boolean {
    const path = this.path(entry.file);
    return existsSync(path) && statSync(path).size >= entry.offset + entry.length;
  }

  private rotate(): void {
    fsyncSync(this.data);
    closeSync(this.data);
    this.file += 1;
    this.size = 0;
    this.data = openSync(this.path(this.file), 'a');
  }

  private path(file: number): string {
    return join(this.directory, `closed-${String(file).padStart(6, '0')}.jsonl`);
  }
}

function parseEntry(line: string): Closed | undefined {
  try {
    return Closed.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
