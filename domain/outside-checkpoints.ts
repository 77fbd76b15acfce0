import type { ChainFault } from './audit-chain.ts';
import type { AuditEvent, SignedCheckpoint } from './audit-event.ts';
import type { BundleSeal } from './bundle.ts';
import { distrustCheckpoint, findContradiction, headIn } from './checkpoints.ts';
import type { PublicKey, VerifySignature } from './jws.ts';

/** What holding a chain against checkpoints kept elsewhere found. */
export interface HeldAgainst {
  readonly fault: ChainFault | null;
  /** The instant of the latest of them that speaks of the chain; null when none does. */
  readonly checkpointAt: string | null;
}

/**
 * Holds the events of a bundle against checkpoints that its reader kept elsewhere. One made after the bundle was sealed
 * may speak of events that came later: those are missing as well, and the fault says so.
 */
export async function holdAgainst(
  outside: readonly SignedCheckpoint[],
  { chain, at }: BundleSeal,
  events: readonly AuditEvent[],
  publicKeys: readonly PublicKey[],
  verifySignature: VerifySignature,
): Promise<HeldAgainst> {
  let checkpointAt: string | null = null;
  for (const signed of outside) {
    const { checkpoint } = signed;
    const distrust = await distrustCheckpoint(signed, publicKeys, verifySignature);
    if (distrust !== null) {
      const reason = `checkpoint ${checkpoint.number} from elsewhere is not trusted: ${distrust}`;
      return { fault: { seq: 0, reason }, checkpointAt };
    }
    const head = headIn(checkpoint, chain);
    if (head === null) continue;
    if (checkpointAt === null || checkpoint.at > checkpointAt) checkpointAt = checkpoint.at;
    const fault = findContradiction([head], events);
    if (fault !== null) {
      const later = `; the bundle was sealed at ${at}, before that checkpoint was made at ${checkpoint.at}`;
      return { fault: { ...fault, reason: `${fault.reason}${checkpoint.at > at ? later : ''}` }, checkpointAt };
    }
  }
  return { fault: null, checkpointAt };
}
