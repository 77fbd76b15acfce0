import { type ChainFault, GENESIS_HASH, type TextHash } from './audit-chain.ts';
import { type AuditEvent, type ChainHead, Checkpoint, type SignedCheckpoint } from './audit-event.ts';
import { canonicalJson } from './canonical-json.ts';
import { type PublicKey, readJws, type VerifySignature } from './jws.ts';

/** A checkpoint before it is signed: the next after `previous`, over heads sorted by chain. */
export function buildCheckpoint(
  previous: { readonly number: number; readonly hash: string } | null,
  heads: readonly ChainHead[],
  at: string,
  keyId: string,
  kind: Checkpoint['kind'] = 'minute',
): Checkpoint {
  return {
    kind,
    number: previous === null ? 0 : previous.number + 1,
    at,
    prev: previous?.hash ?? GENESIS_HASH,
    // Exactly the members of a head: what is signed must be what a reader parses.
    heads: heads
      .map(({ chain, seq, hash }) => ({ chain, seq, hash }))
      .toSorted((one, other) => (one.chain < other.chain ? -1 : 1)),
    keyId,
  };
}

/** The seal of one chain: a checkpoint that stands by itself. */
export function buildSeal(head: ChainHead, at: string, keyId: string): Checkpoint {
  return buildCheckpoint(null, [head], at, keyId, 'seal');
}

/** The exact text that is signed, and hashed into the next checkpoint. */
export function checkpointPayload(checkpoint: Checkpoint): string {
  return canonicalJson(checkpoint);
}

/** The hash by which the next checkpoint links to this one. */
export function hashCheckpoint(checkpoint: Checkpoint, hash: TextHash): string {
  return hash(checkpointPayload(checkpoint));
}

/** Why a signed checkpoint cannot be trusted, or null when one of the given keys signed exactly this checkpoint. */
export async function distrustCheckpoint(
  signed: SignedCheckpoint,
  keys: readonly PublicKey[],
  verifySignature: VerifySignature,
): Promise<string | null> {
  const read = await readJws(signed.jws, keys, verifySignature);
  if (read.kind === 'refused') return read.reason;
  if (read.keyId !== signed.checkpoint.keyId) return 'the checkpoint names another key than its signature';
  if (read.payload !== checkpointPayload(signed.checkpoint)) return 'the signature is over another checkpoint';
  return null;
}

/** The first minute checkpoint of a run of them that does not follow the one before, or null. */
export function findBrokenLink(
  checkpoints: readonly Checkpoint[],
  hash: TextHash,
): { readonly number: number; readonly reason: string } | null {
  for (const [index, checkpoint] of checkpoints.entries()) {
    const before = checkpoints[index - 1];
    if (before === undefined) continue;
    if (checkpoint.number !== before.number + 1)
      return { number: checkpoint.number, reason: 'a checkpoint is missing' };
    if (checkpoint.prev !== hashCheckpoint(before, hash)) {
      return { number: checkpoint.number, reason: 'the checkpoint does not link to the one before it' };
    }
  }
  return null;
}

/** The head that a checkpoint gives for a chain, or null when it does not speak of it. */
export function headIn(checkpoint: Checkpoint, chain: string): ChainHead | null {
  return checkpoint.heads.find((head) => head.chain === chain) ?? null;
}

/**
 * The first of the heads signed for one chain that its events, all of them in order, do not bear out: the chain was cut
 * before it, or holds another event there. Null when every head is borne out.
 */
export function findContradiction(heads: readonly ChainHead[], events: readonly AuditEvent[]): ChainFault | null {
  for (const head of heads) {
    const event = events[head.seq - 1];
    if (event === undefined && head.seq > 0) {
      const reason = `events are missing: ${head.seq} were signed for, ${events.length} are here`;
      return { seq: events.length + 1, reason };
    }
    if (event !== undefined && event.hash !== head.hash) {
      return { seq: head.seq, reason: 'the event is not the one that was signed: the chain was rewritten' };
    }
  }
  return null;
}

/** Reads a checkpoint out of a payload that was signed; null when it is none. */
export function parseCheckpoint(payload: string): Checkpoint | null {
  try {
    return Checkpoint.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
