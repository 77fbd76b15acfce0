import type { ChainFault } from '#domain/audit-chain';
import type { AuditEvent, ChainHead, SignedCheckpoint } from '#domain/audit-event';
import { buildSeal, checkpointPayload, findContradiction, headIn } from '#domain/checkpoints';
import { checkpointName, headsFolder, parseCheckpointBytes, parseHeadName } from '#runtime/checkpoint-files';
import type { Signer } from '../../ports/outside.ts';
import type { EvidenceStore } from '../../ports/vault.ts';

/** What looking for checkpoints needs. */
export interface CheckpointDependencies {
  readonly evidence: Pick<EvidenceStore, 'get' | 'list'>;
  readonly signer: Pick<Signer, 'keyId' | 'sign'>;
}

/** All that was ever signed about a chain and lies under Object Lock. */
export interface SignedAbout {
  readonly seals: readonly SignedCheckpoint[];
  /** What each minute checkpoint that speaks of the chain says of it, oldest first. */
  readonly minutes: readonly { readonly number: number; readonly head: ChainHead }[];
}

/**
 * What was signed about a chain. Ask before reading the chain: it may grow and be signed in between, and would then
 * seem cut.
 */
export async function signedAbout({ evidence }: CheckpointDependencies, chain: string): Promise<SignedAbout> {
  const [seals, minutes] = await Promise.all([evidence.list(`seals/${chain}/`), evidence.list(headsFolder(chain))]);
  const kept = await Promise.all(seals.map(async (name) => parseCheckpointBytes(await evidence.get(name))));
  return {
    seals: kept.flatMap((signed) => (signed !== null && headIn(signed.checkpoint, chain) !== null ? [signed] : [])),
    minutes: minutes.flatMap((name) => parseHeadName(name) ?? []),
  };
}

/** The first thing signed about the chain that its events do not bear out, or null. */
export function contradictionOf({ seals, minutes }: SignedAbout, events: readonly AuditEvent[]): ChainFault | null {
  const sealed = seals.flatMap(({ checkpoint }) => checkpoint.heads);
  return findContradiction([...sealed, ...minutes.map(({ head }) => head)], events);
}

/**
 * The signed statements about a chain that goes into a bundle, oldest first: seals of the case, the latest minute
 * checkpoint that speaks of it, and when neither covers its head a seal made now.
 */
export async function statementsAbout(
  { evidence, signer }: CheckpointDependencies,
  { seals, minutes }: SignedAbout,
  head: ChainHead,
  now: string,
): Promise<readonly SignedCheckpoint[]> {
  const latest = minutes.at(-1);
  const minute = latest === undefined ? null : parseCheckpointBytes(await evidence.get(checkpointName(latest.number)));
  const found = minute === null ? seals : [...seals, minute];
  const sorted = found.toSorted((one, other) => (one.checkpoint.at < other.checkpoint.at ? -1 : 1));
  if (sorted.some(({ checkpoint }) => headIn(checkpoint, head.chain)?.seq === head.seq)) return sorted;
  const checkpoint = buildSeal(head, now, await signer.keyId());
  return [...sorted, { checkpoint, jws: await signer.sign(checkpointPayload(checkpoint)) }];
}
