import * as z from 'zod';

const RecordedEvent = z.looseObject({ id: z.number(), previousEventId: z.number(), type: z.string() });
/** One event of a recorded history; beside its head it has at most one field of details. */
export type RecordedEvent = z.infer<typeof RecordedEvent>;

const Recording = z.object({
  name: z.string(),
  definition: z.record(z.string(), z.unknown()),
  input: z.unknown(),
  history: z.array(RecordedEvent).min(1),
});
/** A definition, its input and the history that AWS recorded for them. */
export type Recording = z.infer<typeof Recording>;

/** Reads a file of recordings, one JSON object a line. Throws with the line's number for one that does not fit. */
export function parseRecordings(text: string): readonly Recording[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    try {
      return Recording.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`Line ${index + 1} is no recording: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** The details of an event: its one field beside the head. */
export function detailsOf(event: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const found = Object.entries(event).find(([key]) => key.endsWith('EventDetails'));
  return z.record(z.string(), z.unknown()).parse(found?.[1] ?? {});
}

/** The status that a history ends with. */
export function statusOf(history: readonly { readonly type: string }[]): string {
  const last = history.at(-1)?.type ?? '';
  return last.startsWith('Execution') && last !== 'ExecutionStarted' ? last.slice('Execution'.length) : 'Running';
}
