import { mkdirSync } from 'node:fs';
import { type JournalRecord, readLine } from '../record.ts';
import { Archive, type Closed } from './archive.ts';
import { type DiskCalls, diskCalls, GroupCommit } from './group-commit.ts';
import { readWholeLines, Segments, segmentFiles, segmentPath } from './segments.ts';

const SEGMENT_BYTES = 16 * 1024 * 1024;
const MOST_SEGMENTS = 4;
const EXECUTION_OF = /^\{"x":(\d+),/;

/** An execution found open in the journal: its lines and what they say, in the order of their ids. */
export interface FoundExecution {
  readonly lines: readonly string[];
  readonly records: readonly JournalRecord[];
}

/** How the journal is set up; the sizes and the disk have defaults. */
export interface JournalOptions {
  readonly directory: string;
  /** Epoch milliseconds, to forget what is past retention. */
  readonly now: number;
  readonly disk?: DiskCalls | undefined;
  readonly segmentBytes?: number | undefined;
  readonly onFailure: (error: unknown) => void;
}

/**
 * The engine's memory on disk. Open executions live in the journal's files, closed ones in the archive; a journal file
 * goes when the archive, or a copy at the journal's end, holds all that it held.
 */
export class Journal {
  readonly archive: Archive;
  /** Executions that were open, by their number. */
  readonly found: ReadonlyMap<number, FoundExecution>;
  /** The highest execution number ever given. */
  readonly lastNumber: number;
  private readonly segments: Segments;
  private readonly commit: GroupCommit;
  private maintaining = false;

  constructor(options: JournalOptions) {
    mkdirSync(options.directory, { recursive: true });
    this.archive = new Archive(options.directory, options.now);
    const closed = new Set([...this.archive.entries()].map((entry) => entry.x));
    const read = readJournal(options.directory, closed);
    this.found = read.found;
    this.lastNumber = Math.max(0, ...read.numbers(), ...closed);
    this.segments = new Segments(options.directory, options.segmentBytes ?? SEGMENT_BYTES);
    for (const [file, number] of read.holds) this.segments.hold(file, number);
    this.commit = new GroupCommit(options.disk ?? diskCalls, this.segments.target, options.onFailure);
    this.archive.sync();
    this.segments.dropIdle();
  }

  /** Appends a line of an execution. */
  append(execution: number, line: string): void {
    this.commit.append(execution, line);
  }

  /** Resolves when every line appended so far is on disk. */
  durable(): Promise<void> {
    return this.commit.durable();
  }

  /** Moves a closed execution to the archive; its last line must be durable. */
  retire(summary: Omit<Closed, 'file' | 'offset' | 'length'>, lines: readonly string[]): void {
    this.archive.add(summary, lines);
    this.segments.release(summary.x);
  }

  /** Deletes journal files that nothing needs, and copies the lines of executions that keep an old one alive. */
  async maintain(linesOf: (execution: number) => readonly string[]): Promise<void> {
    if (this.maintaining) return;
    this.maintaining = true;
    const pinned = this.segments.pinned(MOST_SEGMENTS);
    for (const execution of pinned) {
      for (const line of linesOf(execution)) this.append(execution, line);
    }
    if (pinned.length > 0) {
      await this.durable();
      this.segments.leaveOldest(pinned);
    }
    if (this.segments.hasIdle()) {
      this.archive.sync();
      this.segments.dropIdle();
    }
    this.maintaining = false;
  }

  /** Flushes and closes the files. */
  async close(): Promise<void> {
    await this.durable();
    this.archive.close();
    this.segments.close();
  }
}

interface ReadJournal {
  readonly found: ReadonlyMap<number, FoundExecution>;
  readonly holds: readonly (readonly [file: number, execution: number])[];
  readonly numbers: () => Iterable<number>;
}

function readJournal(directory: string, closed: ReadonlySet<number>): ReadJournal {
  const byExecution = new Map<number, Map<number, readonly [string, JournalRecord]>>();
  const holds: (readonly [number, number])[] = [];
  for (const file of segmentFiles(directory)) {
    const here = new Set<number>();
    for (const line of readWholeLines(segmentPath(directory, file))) {
      const number = Number(EXECUTION_OF.exec(line)?.[1]);
      if (Number.isNaN(number) || closed.has(number)) continue;
      const record = readLine(line);
      if (record === undefined) continue;
      const events = byExecution.get(number) ?? new Map<number, readonly [string, JournalRecord]>();
      byExecution.set(number, events);
      events.set(record.i, [line, record]);
      here.add(number);
    }
    for (const number of here) holds.push([file, number]);
  }
  const found = new Map([...byExecution].map(([number, events]) => [number, inOrder(events)]));
  return { found, holds, numbers: () => found.keys() };
}

/** The events up to the first gap: what lies behind one was never acknowledged. */
function inOrder(events: ReadonlyMap<number, readonly [string, JournalRecord]>): FoundExecution {
  const lines: string[] = [];
  const records: JournalRecord[] = [];
  for (let id = 1; ; id += 1) {
    const event = events.get(id);
    if (event === undefined) return { lines, records };
    lines.push(event[0]);
    records.push(event[1]);
  }
}
