/** A message ready to be handed to its channel: subject and text, and the same facts as JSON where a machine reads. */
export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  readonly json?: unknown;
}

/** What a document consists of: paragraphs, each with its lines. */
export interface Draft {
  readonly subject: string;
  readonly paragraphs: readonly (readonly string[])[];
  readonly json?: unknown;
}

/** A paragraph of the lines that are there. */
export function paragraph(...lines: readonly (string | null)[]): readonly string[] {
  return lines.filter((line) => line !== null);
}
