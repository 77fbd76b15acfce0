import * as z from 'zod';
import { ComputedClock } from './clock.ts';
import { ComplainedOf } from './complained-of.ts';
import { DangerSignal } from './danger-words.ts';
import { Hearing } from './hearing.ts';
import { LegalBasisId } from './legal-basis.ts';
import { CaseOutcome, CaseState } from './lifecycle.ts';
import { Language } from './party.ts';
import { Sent } from './sent.ts';

/** The stages at which a run of the machine can start, read by its entry Choice. */
export const Stage = z.enum([
  'validate',
  'plan',
  'act-first',
  'hear',
  'preserve',
  'review',
  'approval',
  'act',
  'prove',
  'restore',
  'notify',
  'seal',
]);
export type Stage = z.infer<typeof Stage>;

/** Who works on a case now: a row with an expiry, never a task heartbeat. */
export const Lease = z.object({
  leaseId: z.string(),
  holder: z.string(),
  holderRole: z.string(),
  expiresAt: z.iso.datetime(),
});
export type Lease = z.infer<typeof Lease>;

/** Why and where a case waits for an operator. */
export const Parked = z.object({ stage: Stage, reason: z.string(), owner: z.string(), at: z.iso.datetime() });
export type Parked = z.infer<typeof Parked>;

/** Counts of what has been shown of the effects of the current decision, in items; `gone` is absent while it is none. */
export const EffectCounts = z.object({
  pending: z.int(),
  proven: z.int(),
  failed: z.int(),
  gone: z.int().optional(),
});
export type EffectCounts = z.infer<typeof EffectCounts>;

/** Signals of danger found in the text, and who took them up. */
export const Danger = z.object({
  signals: z.array(DangerSignal),
  pageId: z.string(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: z.iso.datetime().nullable(),
});
export type Danger = z.infer<typeof Danger>;

/** A decision that waited for approval when its demand was added to: since when, and by which piece of information. */
export const SetAside = z.object({ decisionId: z.string(), at: z.iso.datetime(), piece: z.int().positive() });
export type SetAside = z.infer<typeof SetAside>;

/**
 * The record of a case: codes, ids, counts and instants only; every name, address and text lies encrypted
 * elsewhere. `version` grows by one with each change and guards every write; `audit` is the end of its chain.
 */
export const CaseRecord = z.object({
  caseId: z.string(),
  reference: z.string(),
  legalBasis: LegalBasisId,
  legalBasisVersion: z.int(),
  nature: z.enum(['order', 'notice', 'terms']),
  language: Language,
  channel: z.enum(['form', 'mail', 'api', 'manual']),
  receivedAt: z.iso.datetime(),
  state: CaseState,
  outcome: CaseOutcome.nullable(),
  tier: z.int().min(1).max(4),
  queue: z.string(),
  dueAt: z.iso.datetime(),
  version: z.int().positive(),
  /** The end of the case's audit chain; `at` keeps its time from running backwards. */
  audit: z.object({ seq: z.int(), hash: z.string(), at: z.iso.datetime().optional() }),
  run: z.int().positive(),
  claimedRun: z.int().nonnegative(),
  stage: Stage,
  senderId: z.string().nullable(),
  authorityId: z.string().nullable(),
  /** ISO 3166-1 country of the authority, by the register at receipt; null when that does not name its client. */
  authorityCountry: z.string().nullable().default(null),
  itemCount: z.int().nonnegative(),
  /** What the sender has sent in all, which is bounded. */
  sent: Sent.default({ pieces: 0, items: 0, bytes: 0 }),
  territories: z.array(z.string()),
  /** When an authority last changed the territories of its order; null while they are those it came with. */
  territoriesAmendedAt: z.iso.datetime().nullable().default(null),
  /** When an order was issued, never later than its receipt; null for a notice. */
  issuedAt: z.iso.datetime().nullable().default(null),
  clocks: z.array(ComputedClock),
  missing: z.array(z.string()),
  /** What a rule proposes to the person who decides: that the demand belongs elsewhere. */
  proposal: z.enum(['reroute']).nullish(),
  informationRound: z.int().nonnegative(),
  informationDueAt: z.iso.datetime().nullable(),
  /** How many pieces of information the last validation has read. */
  informationRead: z.int().nonnegative().optional(),
  /** True from planning on: the case is listed in the queue. */
  planned: z.boolean(),
  actFirst: z.boolean(),
  authenticated: z.boolean(),
  lease: Lease.nullable(),
  decisionId: z.string().nullable(),
  approvalVerdict: z.enum(['approve', 'return', 'cancel']).nullable(),
  /** The decision that has to be made anew, since the demand was added to; absent or null once it was. */
  setAside: SetAside.nullish(),
  /** Of a complaint against a decision: the case in which that was made; absent where none was named. */
  earlierCase: z.string().optional(),
  /** Of a case that is about a complaint alone: who complains there, of which decision. */
  complaint: ComplainedOf.optional(),
  /** Since when, and by which complaint, what was decided before is to be decided anew; absent where it is not. */
  reopened: z.object({ at: z.iso.datetime(), complaintCase: z.string() }).optional(),
  /** Whom the law wants heard before; absent or null while nobody is. */
  hearing: Hearing.nullish(),
  effects: EffectCounts,
  firstEffectAt: z.iso.datetime().nullable(),
  provenAt: z.iso.datetime().nullable(),
  nonDisclosureUntil: z.iso.datetime().nullable(),
  parked: Parked.nullable(),
  /** Messages that are parked and that a person has to bring further, whether or not the case is closed. */
  undelivered: z.int().nonnegative().default(0),
  danger: Danger.nullable(),
  watchAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type CaseRecord = z.infer<typeof CaseRecord>;
