import type * as z from 'zod';
import { sha256 } from '#adapters/crypto';
import type { TextHash } from '#domain/audit-chain';
import type { Checkpoint, SignedCheckpoint } from '#domain/audit-event';
import { buildCheckpoint, checkpointPayload, hashCheckpoint } from '#domain/checkpoints';
import { plus } from '#domain/instant';
import { checkpointBytes, checkpointName, headName, parseCheckpointBytes } from '#runtime/checkpoint-files';
import { systemClock } from '#runtime/clock';
import { inTurn } from '#runtime/in-turn';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildAuditLog } from '../../parts/audit-log.ts';
import { buildEvidence } from '../../parts/evidence.ts';
import { buildSigner } from '../../parts/signer.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Clock } from '../../ports/clock.ts';
import { AuditKeyTakenError } from '../../ports/errors.ts';
import type { Signer } from '../../ports/outside.ts';
import type { EvidenceStore } from '../../ports/vault.ts';
import { FIRST_LOOK_HOURS, HOURS_BETWEEN_EMPTY, OVERLAP_MINUTES, recordCheckpoint } from './contract.ts';

/** What making a checkpoint uses. */
export interface RecordCheckpointDependencies {
  readonly audit: Pick<AuditLog, 'headsSince' | 'latestCheckpoint' | 'recordCheckpoint'>;
  readonly evidence: Pick<EvidenceStore, 'put' | 'get'>;
  readonly signer: Pick<Signer, 'keyId' | 'sign'>;
  readonly clock: Clock;
  readonly hash: TextHash;
}

type Latest = NonNullable<Awaited<ReturnType<AuditLog['latestCheckpoint']>>>;

/** How many earlier checkpoints are read at most to see which heads are known. */
const MOST_READ_AGAIN = 8;

/**
 * Signs where all chains that grew have ended, linked to the checkpoint before. What lies under Object Lock is the
 * truth: of two runs that make the same number the first to put it there wins, and the index follows it. A name beside
 * it for each chain lets whoever holds the chain find what was ever signed about it.
 */
export async function recordCheckpointStep(
  dependencies: RecordCheckpointDependencies,
): Promise<z.input<typeof recordCheckpoint.output>> {
  const { audit, clock, signer } = dependencies;
  const latest = await caughtUp(dependencies, await audit.latestCheckpoint());
  // Never older than the one before it, whatever this machine's clock says.
  const at = latest === null || latest.at < clock.now() ? clock.now() : latest.at;
  const since =
    latest === null ? plus(at, { hours: -FIRST_LOOK_HOURS }) : plus(latest.at, { minutes: -OVERLAP_MINUTES });
  const known = await knownHeads(dependencies, latest, since);
  const heads = (await audit.headsSince(since, at)).filter(({ chain, seq }) => seq > (known.get(chain) ?? 0));
  const emptyDue = latest === null || at >= plus(latest.at, { hours: HOURS_BETWEEN_EMPTY });
  if (heads.length === 0 && !emptyDue) return { number: null, heads: 0 };
  const made = buildCheckpoint(latest, heads, at, await signer.keyId());
  const kept = await keep(dependencies, { checkpoint: made, jws: await signer.sign(checkpointPayload(made)) });
  return { number: kept.number, heads: kept.heads.length };
}

/** Follows what lies under Object Lock but not in the index yet, because an earlier run died in between. */
async function caughtUp(dependencies: RecordCheckpointDependencies, indexed: Latest | null): Promise<Latest | null> {
  let latest = indexed;
  for (;;) {
    const name = checkpointName(latest === null ? 0 : latest.number + 1);
    const next = parseCheckpointBytes(await dependencies.evidence.get(name));
    if (next === null) return latest;
    latest = await index(dependencies, next);
  }
}

/** Puts a checkpoint under Object Lock, then into the index; gives the one that is really there. */
async function keep(dependencies: RecordCheckpointDependencies, signed: SignedCheckpoint): Promise<Checkpoint> {
  const name = checkpointName(signed.checkpoint.number);
  await dependencies.evidence.put(name, checkpointBytes(signed), 'application/json');
  const there = parseCheckpointBytes(await dependencies.evidence.get(name)) ?? signed;
  await index(dependencies, there);
  return there.checkpoint;
}

async function index(
  { audit, evidence, hash }: RecordCheckpointDependencies,
  signed: SignedCheckpoint,
): Promise<Latest> {
  const { number, at, heads } = signed.checkpoint;
  // Before the index, so that a checkpoint that a run has gone past is named by each of its chains.
  await inTurn(heads, (head) =>
    evidence.put(headName(number, head), Buffer.from(JSON.stringify({ number, head })), 'application/json'),
  );
  const latest = { number, at, hash: hashCheckpoint(signed.checkpoint, hash) };
  await audit.recordCheckpoint(signed, latest.hash).catch((error: unknown) => {
    // Another run indexed the same checkpoint first.
    if (!(error instanceof AuditKeyTakenError)) throw error;
  });
  return latest;
}

/** The heads that the checkpoints since `since` speak of; a head missed here is only signed once more. */
async function knownHeads(
  { evidence }: RecordCheckpointDependencies,
  latest: Latest | null,
  since: string,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map<string, number>();
  const last = latest?.number ?? -1;
  for (let number = last; number >= 0 && number > last - MOST_READ_AGAIN; number -= 1) {
    const kept = parseCheckpointBytes(await evidence.get(checkpointName(number)));
    if (kept === null || kept.checkpoint.at < since) break;
    for (const { chain, seq } of kept.checkpoint.heads) known.set(chain, Math.max(seq, known.get(chain) ?? 0));
  }
  return known;
}

const dependencies = lazily(() => ({
  audit: buildAuditLog(),
  evidence: buildEvidence(),
  signer: buildSigner(),
  clock: systemClock,
  hash: sha256,
}));

/** Lambda entry: called every minute by a schedule. */
export const handler = stepHandler(recordCheckpoint, () => recordCheckpointStep(dependencies()));
