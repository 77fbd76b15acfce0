import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, statSync, truncateSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

interface Segment {
  readonly number: number;
  readonly path: string;
  bytes: number;
  /** Executions with lines in this file that are not yet in the archive. */
  readonly executions: Set<number>;
}

const NAME = /^journal-(\d{6})\.jsonl$/;

/** The journal's files: one is written, the older ones go as soon as no open execution needs them. */
export class Segments {
  private readonly directory: string;
  private readonly limit: number;
  private readonly segments: Segment[];
  private descriptor: number;

  /** Opens the directory's journal for appending, in a new file; `limit` is the size in bytes that ends a file. */
  constructor(directory: string, limit: number) {
    this.directory = directory;
    this.limit = limit;
    this.segments = segmentFiles(directory).map((number) => this.segment(number));
    this.descriptor = this.open();
  }

  /** The descriptor for the next write, after rotating when the file is full. */
  readonly target = (bytes: number, executions: ReadonlySet<number>): number => {
    if (this.active().bytes >= this.limit) {
      closeSync(this.descriptor);
      this.descriptor = this.open();
    }
    const active = this.active();
    active.bytes += bytes;
    for (const execution of executions) active.executions.add(execution);
    return this.descriptor;
  };

  /** Notes, on recovery, that an open execution has lines in a file. */
  hold(number: number, execution: number): void {
    this.segments.find((segment) => segment.number === number)?.executions.add(execution);
  }

  /** Executions that keep the oldest file alive although `most` newer ones exist; empty when none has to move. */
  pinned(most: number): readonly number[] {
    const oldest = this.segments[0];
    return oldest === undefined || this.segments.length <= most ? [] : [...oldest.executions];
  }

  /** Says that executions no longer need the files up to the one being written. */
  leaveOldest(executions: readonly number[]): void {
    for (const execution of executions) this.segments[0]?.executions.delete(execution);
  }

  /** Says that an archived execution needs no journal file at all. */
  release(execution: number): void {
    for (const segment of this.segments) segment.executions.delete(execution);
  }

  /** Whether a file can go. */
  hasIdle(): boolean {
    return this.segments.some((segment) => segment !== this.active() && segment.executions.size === 0);
  }

  /** Deletes every full file that no open execution needs. The archive must be on disk before. */
  dropIdle(): void {
    const active = this.active();
    for (const segment of this.segments.filter((one) => one !== active && one.executions.size === 0)) {
      unlinkSync(segment.path);
      this.segments.splice(this.segments.indexOf(segment), 1);
    }
  }

  /** Closes the file being written. */
  close(): void {
    closeSync(this.descriptor);
  }

  private active(): Segment {
    const last = this.segments.at(-1);
    if (last === undefined) throw new RangeError('The journal has no file');
    return last;
  }

  private open(): number {
    const segment = this.segment((this.segments.at(-1)?.number ?? 0) + 1);
    const descriptor = openSync(segment.path, 'a');
    this.segments.push(segment);
    syncDirectory(this.directory);
    return descriptor;
  }

  private segment(number: number): Segment {
    const path = segmentPath(this.directory, number);
    return { number, path, bytes: 0, executions: new Set() };
  }
}

/** The numbers of a directory's journal files, oldest first. */
export function segmentFiles(directory: string): readonly number[] {
  return readdirSync(directory)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((left, right) => left - right);
}

/** Where a journal file lies. */
export function segmentPath(directory: string, number: number): string {
  return join(directory, `journal-${String(number).padStart(6, '0')}.jsonl`);
}

/** A file's whole lines; a line cut short by a crash is cut off the file as well. */
export function readWholeLines(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < statSync(path).size) truncateSync(path, end);
  const lines = bytes.toString('utf8', 0, end).split('\n');
  lines.pop();
  return lines;
}

function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
