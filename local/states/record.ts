import * as z from 'zod';

/** A journal line: one history event, with what replay needs beside it. Short keys, since there are many. */
export const JournalRecord = z.looseObject({
  /** The execution's number in this journal. */
  x: z.number(),
  /** Event id, previous event id, epoch milliseconds, AWS's event type. */
  i: z.number(),
  p: z.number(),
  t: z.number(),
  k: z.string(),
  /** The branch: empty for the machine itself, else `<id of the started event>.<index>` after its parent's. */
  s: z.string(),
  /** Plain detail fields. */
  d: z.record(z.string(), z.unknown()).optional(),
  /** Detail fields that hold JSON: AWS shows their text. */
  o: z.record(z.string(), z.unknown()).optional(),
  /** Variables assigned on leaving a state. */
  a: z.record(z.string(), z.unknown()).optional(),
  /** The state that follows; absent when the branch ends. */
  n: z.string().optional(),
  /** What only replay reads. */
  v: z.unknown().optional(),
});
export type JournalRecord = z.infer<typeof JournalRecord>;

/** What an event says, before it has an id. JSON texts are given as they are, so nothing is written out twice. */
export interface EventBody {
  readonly type: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly payloads?: Readonly<Record<string, string>>;
  readonly assigned?: Readonly<Record<string, string>>;
  readonly next?: string;
  readonly hidden?: unknown;
}

/** Writes an event as a journal line, without the line feed. */
export function journalLine(
  head: { readonly x: number; readonly i: number; readonly p: number; readonly t: number; readonly s: string },
  body: EventBody,
): string {
  let line = `{"x":${head.x},"i":${head.i},"p":${head.p},"t":${head.t},"k":"${body.type}","s":"${head.s}"`;
  if (body.details !== undefined) line += `,"d":${JSON.stringify(body.details)}`;
  if (body.payloads !== undefined) line += `,"o":${joined(body.payloads)}`;
  if (body.assigned !== undefined) line += `,"a":${joined(body.assigned)}`;
  if (body.next !== undefined) line += `,"n":${JSON.stringify(body.next)}`;
  if (body.hidden !== undefined) line += `,"v":${JSON.stringify(body.hidden)}`;
  return `${line}}`;
}

function joined(texts: Readonly<Record<string, string>>): string {
  let out = '{';
  for (const key of Object.keys(texts)) {
    out += `${out.length === 1 ? '' : ','}${JSON.stringify(key)}:${texts[key]}`;
  }
  return `${out}}`;
}

/** Reads a journal line; undefined for a torn or foreign one. */
export function readLine(line: string): JournalRecord | undefined {
  try {
    const parsed = JournalRecord.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
