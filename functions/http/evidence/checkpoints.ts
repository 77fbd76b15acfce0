import type { ChainHead, SignedCheckpoint } from '#domain/audit-event';
import { buildSeal, checkpointPayload, headIn } from '#domain/checkpoints';
import { checkpointName, parseCheckpointBytes } from '#runtime/checkpoint-files';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Signer } from '../../ports/outside.ts';
import type { EvidenceStore } from '../../ports/vault.ts';

/** What looking for checkpoints needs. */
export interface CheckpointDependencies {
  readonly audit: Pick<AuditLog, 'latestCheckpoint'>;
  readonly evidence: Pick<EvidenceStore, 'get' | 'list'>;
  readonly signer: Pick<Signer, 'keyId' | 'sign'>;
}

/** How many checkpoints around the instant of an event may be the one that speaks of it. */
const AROUND = 8;

/**
 * The signed statements about a chain that goes into a bundle, oldest first: seals of the case, the minute checkpoint
 * that covers its head, or else the last one before it and a seal made now.
 */
export async function statementsAbout(
  dependencies: CheckpointDependencies,
  head: ChainHead,
  lastAt: string,
  now: string,
): Promise<readonly SignedCheckpoint[]> {
  const { signer } = dependencies;
  const found = [...(await sealsOf(dependencies, head.chain)), ...(await minutesOf(dependencies, head.chain, lastAt))];
  const sorted = found.toSorted((one, other) => (one.checkpoint.at < other.checkpoint.at ? -1 : 1));
  if (sorted.some(({ checkpoint }) => headIn(checkpoint, head.chain)?.seq === head.seq)) return sorted;
  const checkpoint = buildSeal(head, now, await signer.keyId());
  return [...sorted, { checkpoint, jws: await signer.sign(checkpointPayload(checkpoint)) }];
}

async function sealsOf({ evidence }: CheckpointDependencies, chain: string): Promise<readonly SignedCheckpoint[]> {
  const names = await evidence.list(`seals/${chain}/`);
  const kept = await Promise.all(names.map(async (name) => parseCheckpointBytes(await evidence.get(name))));
  return kept.flatMap((signed) => (signed !== null && headIn(signed.checkpoint, chain) !== null ? [signed] : []));
}

/** The latest minute checkpoint that speaks of the chain, looked for around the instant of its last event. */
async function minutesOf(
  dependencies: CheckpointDependencies,
  chain: string,
  lastAt: string,
): Promise<readonly SignedCheckpoint[]> {
  const latest = await dependencies.audit.latestCheckpoint();
  if (latest === null) return [];
  const first = await firstSince(dependencies, lastAt, latest.number);
  for (let number = Math.min(first + AROUND, latest.number); number >= Math.max(0, first - AROUND); number -= 1) {
    const signed = await checkpointOf(dependencies, number);
    if (signed !== null && headIn(signed.checkpoint, chain) !== null) return [signed];
  }
  return [];
}

/** The number of the first checkpoint made at `at` or later, by halving. */
async function firstSince(dependencies: CheckpointDependencies, at: string, last: number): Promise<number> {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const signed = await checkpointOf(dependencies, middle);
    if (signed !== null && signed.checkpoint.at >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

async function checkpointOf({ evidence }: CheckpointDependencies, number: number): Promise<SignedCheckpoint | null> {
  return parseCheckpointBytes(await evidence.get(checkpointName(number)));
}
