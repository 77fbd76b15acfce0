import * as z from 'zod';
import { ToldFacts } from './messages/told-facts.ts';
import { Language, PartyRole } from './party.ts';
import { IncidentType } from './reports/incident-type.ts';

/**
 * Reports to the police and to those who collect them: a suspected offence (Reg. (EU) 2022/2065 Art 18), an imminent
 * threat by terrorist content (Reg. (EU) 2021/784 Art 14(5)), the abuse of a child, and somebody who may harm themselves,
 * which is no offence.
 */
export const ReportKind = z.enum(['crime-report', 'terrorism-report', 'child-safety-report', 'welfare-disclosure']);
export type ReportKind = z.infer<typeof ReportKind>;

/** The documents and messages Writ owes. */
export const DeliveryKind = z.enum([
  'receipt',
  'information-request',
  'decision-to-sender',
  'statement-of-reasons',
  'information-about-order',
  'effect-report',
  'interim-effect-report',
  'impossibility-report-draft',
  'impossibility-report',
  'reinstatement-to-uploader',
  'reinstatement-to-sender',
  'withdrawal-confirmation',
  'reroute-notice',
  'partner-restriction',
  'partner-reinstatement',
  'transparency-database-entry',
  'lumen-notice',
  ...ReportKind.options,
  'hearing-notice',
  'hearing-confirmation',
  'hearing-outcome',
  'counter-notice-copy',
  'scrutiny-request',
  'extension-notice',
  'complaint-decision',
]);
export type DeliveryKind = z.infer<typeof DeliveryKind>;

/** How a message travels. `draft` never leaves by itself: a trained person sends it. */
export const DeliveryChannel = z.enum(['mail', 'webhook', 'transparency-database', 'lumen', 'ncmec', 'draft']);
export type DeliveryChannel = z.infer<typeof DeliveryChannel>;

/**
 * How far a duty to tell somebody has come: `owed`, `claimed` (about to be handed over), `accepted` (handed over,
 * no word of delivery yet), `delivered`, `bounced`, `parked` (with a named owner), `scheduled` (until a legal date).
 */
export const DeliveryState = z.enum(['owed', 'claimed', 'accepted', 'delivered', 'bounced', 'parked', 'scheduled']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** The states in which a duty no longer keeps a case from closing. */
export const SETTLED_DELIVERY_STATES = ['delivered', 'parked', 'scheduled'] as const satisfies readonly DeliveryState[];

/** How far the statements of an entry in the Transparency Database have come. */
export const EntryProgress = z.object({
  /** The items that it states, one statement each. */
  itemIds: z.array(z.string()),
  /** Statements stored with the proof of an answer. */
  stored: z.int().nonnegative(),
  /** Statements whose answer was missed and whose identifier the database knows since: stored, by all that is known. */
  unconfirmed: z.int().nonnegative(),
  /** Whether a request was not answered, so that what it held may be stored. */
  mayBeStored: z.boolean(),
  /** Whether it says when the restriction ended, since that was lifted before it was written. */
  saysEnd: z.boolean(),
  /** The later decision that made it untrue, which the database has no way to be told; null while it is true. */
  outdatedBy: z.string().nullable(),
});
export type EntryProgress = z.infer<typeof EntryProgress>;

/** A report to an authority: to whom, and what the person who sent it said of it. */
export const ReportParticulars = z.object({
  /** An id of `REPORT_RECIPIENTS`, or `state-` and the country whose police it is. */
  recipient: z.string(),
  /** Of a report to NCMEC: what it is about, in NCMEC's words. */
  incidentType: IncidentType.optional(),
  /** Whether a person of ours has looked at the file. */
  viewed: z.boolean().optional(),
});
export type ReportParticulars = z.infer<typeof ReportParticulars>;

/** A duty to tell somebody, as recorded; the address and the text are encrypted elsewhere. */
export const Delivery = z.object({
  deliveryId: z.string(),
  caseId: z.string(),
  kind: DeliveryKind,
  to: PartyRole,
  personId: z.string(),
  channel: DeliveryChannel,
  language: Language,
  state: DeliveryState,
  attempt: z.int().nonnegative(),
  /** True when a second identical copy may have left after a crash between acceptance and record. */
  possibleDuplicate: z.boolean(),
  owner: z.string().nullable(),
  reason: z.string().nullable(),
  notBefore: z.iso.datetime().nullable(),
  /** When it became owed: messages leave in this order. Null for one recorded before this was kept. */
  owedAt: z.iso.datetime().nullable().default(null),
  decisionId: z.string().nullable(),
  contentSha256: z.string().nullable(),
  documentKey: z.string().nullable(),
  providerMessageId: z.string().nullable(),
  claimedAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  /** Digests of what it and the other messages of its decision must agree on, once it was written; absent before. */
  told: ToldFacts.optional(),
  /** How often a person had it written anew after it was parked; absent while never. */
  rewritten: z.int().positive().optional(),
  /** True once a person had it sent again; what became of it since is its state. */
  resumed: z.boolean().optional(),
  /** Of a draft that a person sent: where it lies as that person read it, and who sent it. */
  draftKey: z.string().optional(),
  sentBy: z.string().optional(),
  /** Where the words lie that a person gave it in place of those decided or asked; absent where nobody did. */
  wordingKey: z.string().optional(),
  /** What the receiver calls it: the path of a notice at Lumen, the number of a report at NCMEC. */
  receiverId: z.string().optional(),
  /** Of a report to an authority. */
  report: ReportParticulars.optional(),
  /** Of an entry in the Transparency Database. */
  entry: EntryProgress.optional(),
});
export type Delivery = z.infer<typeof Delivery>;

/**
 * Tells whether a duty is parked and nobody but a person can bring it further. A draft is not: whoever is named sends
 * it or finds it overtaken. Nor is what nobody may send any more.
 */
export function needsPerson({ state, channel, reason }: Pick<Delivery, 'state' | 'channel' | 'reason'>): boolean {
  return state === 'parked' && channel !== 'draft' && reason !== HEARING_OVER && reason !== READER_ERASED;
}

/** Why a message on which somebody was to be heard is not sent any more: an answer to it would count for nothing. */
export const HEARING_OVER = 'hearing-over';

/** Why a message is not sent any more: nothing is kept of its reader, not even where to send it. */
export const READER_ERASED = 'reader-erased';

/** The states of a duty that no channel has taken. */
const NOT_TAKEN: ReadonlySet<DeliveryState> = new Set<DeliveryState>(['owed', 'claimed', 'scheduled']);

/** Tells whether a case is listed for a duty: it needs a person, or a person sent it again and no channel took it yet. */
export function isUndelivered(duty: Pick<Delivery, 'state' | 'channel' | 'reason' | 'resumed'>): boolean {
  return needsPerson(duty) || (duty.resumed === true && NOT_TAKEN.has(duty.state));
}

/** Tells whether a duty that a person sent again has certainly not left since: another address may still be given. */
export function isStillHere({ resumed, state, attempt }: Pick<Delivery, 'resumed' | 'state' | 'attempt'>): boolean {
  return resumed === true && attempt === 0 && (state === 'owed' || state === 'claimed');
}

/** Tells whether a duty is a draft that was written and that a trained person may send. */
export function isDraftToSend({ state, channel, documentKey }: Delivery): boolean {
  return state === 'parked' && channel === 'draft' && documentKey !== null;
}

/** The messages that the law owes to a person or an authority about a measure taken: undelivered, they page. */
const OWED_BY_LAW: ReadonlySet<DeliveryKind> = new Set<DeliveryKind>([
  'statement-of-reasons',
  'information-about-order',
  'effect-report',
  'impossibility-report',
  ...ReportKind.options,
  'hearing-notice',
  'counter-notice-copy',
  'scrutiny-request',
  'extension-notice',
  'complaint-decision',
]);

/** Tells whether a kind is a report to the police or to those who collect such reports. */
export function isReport(kind: DeliveryKind): kind is ReportKind {
  return ReportKind.safeParse(kind).success;
}

/** Tells whether somebody on call is paged when a message of that kind is parked. */
export function isPagedWhenParked(kind: DeliveryKind): boolean {
  return OWED_BY_LAW.has(kind);
}
