/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON value beside its text, so that it is written out once however many events carry it. */
export interface Payload {
  readonly value: unknown;
  readonly text: string;
}

/** The most UTF-8 bytes that an input, an output or a variable may have (Step Functions quota: 256 KiB). */
export const PAYLOAD_LIMIT_BYTES = 256 * 1024;

/** Pairs a value with its text. */
export function payloadOf(value: unknown): Payload {
  return { value, text: JSON.stringify(value) ?? 'null' };
}

/** Parses a JSON text; throws SyntaxError when it is none. The text is kept in its shortest form. */
export function payloadFromText(text: string): Payload {
  return payloadOf(JSON.parse(text));
}

/** Whether the text of a payload is over the quota, in UTF-8 bytes. */
export function exceedsLimit(text: string): boolean {
  return (
    text.length > PAYLOAD_LIMIT_BYTES || (text.length * 3 > PAYLOAD_LIMIT_BYTES && bytes(text) > PAYLOAD_LIMIT_BYTES)
  );
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
