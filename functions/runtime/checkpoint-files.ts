import { type ChainHead, SignedCheckpoint } from '#domain/audit-event';

/** The name of a minute checkpoint under Object Lock: numbers padded, so that names sort by number. */
export function checkpointName(number: number): string {
  return `checkpoints/${padded(number)}.json`;
}

/** Where the names of what checkpoints said of one chain lie under Object Lock. */
export function headsFolder(chain: string): string {
  return `heads/${chain}/`;
}

/** The name under which it lies that a minute checkpoint speaks of a chain; it holds all that the checkpoint says. */
export function headName(number: number, { chain, seq, hash }: ChainHead): string {
  return `${headsFolder(chain)}${padded(number)}-${seq}-${hash}.json`;
}

/** What such a name says: the number of the checkpoint, and the head it gives. Null for any other name. */
export function parseHeadName(name: string): { readonly number: number; readonly head: ChainHead } | null {
  const [, chain, number, seq, hash] = /^heads\/(.+)\/(\d{10,})-(\d+)-([0-9a-f]{64})\.json$/.exec(name) ?? [];
  if (chain === undefined || hash === undefined) return null;
  return { number: Number(number), head: { chain, seq: Number(seq), hash } };
}

/** The bytes of a signed checkpoint as kept. */
export function checkpointBytes(signed: SignedCheckpoint): Uint8Array {
  return Buffer.from(JSON.stringify(signed));
}

/** A signed checkpoint as read, null when there is none. @throws z.ZodError when the bytes hold something else */
export function parseCheckpointBytes(bytes: Uint8Array | null): SignedCheckpoint | null {
  return bytes === null ? null : SignedCheckpoint.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

function padded(number: number): string {
  return String(number).padStart(10, '0');
}
