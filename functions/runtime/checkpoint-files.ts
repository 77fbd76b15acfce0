import { SignedCheckpoint } from '#domain/audit-event';

/** The name of a minute checkpoint under Object Lock: numbers padded, so that names sort by number. */
export function checkpointName(number: number): string {
  return `checkpoints/${String(number).padStart(10, '0')}.json`;
}

/** The bytes of a signed checkpoint as kept. */
export function checkpointBytes(signed: SignedCheckpoint): Uint8Array {
  return Buffer.from(JSON.stringify(signed));
}

/** A signed checkpoint as read, null when there is none. @throws z.ZodError when the bytes hold something else */
export function parseCheckpointBytes(bytes: Uint8Array | null): SignedCheckpoint | null {
  return bytes === null ? null : SignedCheckpoint.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
