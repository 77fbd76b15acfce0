import * as z from 'zod';

/** What an audit event says happened. Names are past tense, `subject.verb`. */
export const AuditEventType = z.enum([
  'case.received',
  'run.claimed',
  'validation.started',
  'validation.finished',
  'information.requested',
  'information.received',
  'information.timed-out',
  'order.amended',
  'clock.changed',
  'case.rerouted',
  'case.planned',
  'demand.authenticated',
  'content.preserved',
  'case.claimed',
  'case.released',
  'lease.extended',
  'note.added',
  'tier.raised',
  'review.started',
  'decision.recorded',
  'approval.requested',
  'approval.recorded',
  'decision.set-aside',
  'acting.started',
  'capsule.sealed',
  'data.preserved',
  'data.disclosed',
  'effect.applied',
  'effect.proven',
  'effect.unproven',
  'effect.gone',
  'effect.lapsed',
  'platform.unavailable',
  'acting.finished',
  'proving.finished',
  'restoring.started',
  'restoring.finished',
  'delivery.owed',
  'delivery.claimed',
  'delivery.accepted',
  'delivery.delivered',
  'delivery.bounced',
  'delivery.deferred',
  'delivery.parked',
  'delivery.resumed',
  'delivery.reworded',
  'delivery.scheduled',
  'entry.outdated',
  'draft.sent',
  'notifying.finished',
  'case.withdrawn',
  'case.parked',
  'case.resumed',
  'hearing.prepared',
  'hearing.opened',
  'hearing.sent',
  'hearing.over-in-part',
  'hearing.closed',
  'response.received',
  'counter-notice.received',
  'counter-notice.overtaken',
  'court-action.received',
  'scrutiny.requested',
  'scrutiny.decided',
  'complaint.carried-out',
  'review.reopened',
  'danger.signalled',
  'danger.paged',
  'danger.acknowledged',
  'deadline.at-risk',
  'decision.confirmed',
  'decision.lapsed',
  'case.sealed',
  'case.closed',
  'case.reopened',
  'reversal.recorded',
  'page.sent',
  'page.acknowledged',
  'delivery.complained',
  'complaint-window.ended',
  'preservation.ended',
  'restriction.ended',
  'hold.placed',
  'hold.released',
  'erasure.recorded',
  'erasure.begun',
  'erasure.carried-out',
  'erasure.completed',
  'personal-data.read',
]);
export type AuditEventType = z.infer<typeof AuditEventType>;

/** Who did it: a person by the subject of the token, a step by its name, or an outside party by its role. */
export const Actor = z.object({
  kind: z.enum(['person', 'step', 'sender', 'authority', 'system']),
  id: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** A commitment to a piece of personal text kept outside the chain: an HMAC under a key derived for that payload. */
export const Commitment = z.object({
  /** The payload's name in the bundle: `payloads/<payloadId>.json`. */
  payloadId: z.string(),
  hmacSha256: z.string(),
});
export type Commitment = z.infer<typeof Commitment>;

/** What a caller says happened; the chain adds its place and its hash. Holds codes, ids and counts, never text. */
export const NewAuditEvent = z.object({
  type: AuditEventType,
  actor: Actor,
  /** A code of why, where there is one. */
  reason: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  commitments: z.array(Commitment),
});
export type NewAuditEvent = z.infer<typeof NewAuditEvent>;

/**
 * One event of a chain: `chain` is a case id or a reader and day, `seq` counts from 1, `prev` is the hash of the
 * event before (64 zeros for the first), `hash` the SHA-256 of the canonical JSON of all other fields.
 */
export const AuditEvent = NewAuditEvent.extend({
  chain: z.string(),
  seq: z.int().positive(),
  at: z.iso.datetime(),
  basisVersion: z.string().nullable(),
  prev: z.string().length(64),
  hash: z.string().length(64),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** The end of a chain: its last sequence number and hash. */
export const ChainHead = z.object({ chain: z.string(), seq: z.int().nonnegative(), hash: z.string().length(64) });
export type ChainHead = z.infer<typeof ChainHead>;

/**
 * A signed statement of where chains ended: every minute over all chains that grew (`kind: minute`, linked by
 * `prev`), and over one chain when a case is sealed (`kind: seal`). Kept under Object Lock.
 */
export const Checkpoint = z.object({
  kind: z.enum(['minute', 'seal']),
  number: z.int().nonnegative(),
  at: z.iso.datetime(),
  prev: z.string().length(64),
  heads: z.array(ChainHead),
  keyId: z.string(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** A checkpoint as a compact JWS (ES256 over its canonical JSON). */
export const SignedCheckpoint = z.object({ checkpoint: Checkpoint, jws: z.string() });
export type SignedCheckpoint = z.infer<typeof SignedCheckpoint>;
