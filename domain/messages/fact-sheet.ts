import * as z from 'zod';
import { Bilingual, ClockDirection, ClockKind } from '#domain/clock';
import { Action, Automation, DecisionOutcome, Ground } from '#domain/decision';
import { Disclosure } from '#domain/disclosure';
import { Absence, Component, ContentReference, EffectState } from '#domain/item';
import { ElementId, LegalBasisId } from '#domain/legal-basis';
import { PartyRole } from '#domain/party';
import { Topic } from '#domain/transparency-database/topic';
import { Trigger } from '#domain/trigger';
import { ComplaintFacts, CounterNoticeFacts, ExtensionFacts, HearingFacts, ScrutinyFacts } from './procedure-facts.ts';

/** The platform as it signs a message: its name and address, its contact, and the person authorised to report. */
export const PlatformFacts = z.object({
  name: z.string().min(1),
  address: z.string().min(1),
  contact: z.string().min(1),
  authorisedPerson: z.string().nullable(),
});
export type PlatformFacts = z.infer<typeof PlatformFacts>;

/** The sender of a notice or request; nobody but the sender is told any of it, unless `senderDisclosed` is set. */
export const SenderFacts = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  country: z.string().nullable(),
  signature: z.string().nullable(),
  explanation: z.string().nullable(),
});
export type SenderFacts = z.infer<typeof SenderFacts>;

/** The person whose content it is. */
export const UploaderFacts = z.object({ name: z.string().nullable(), email: z.string().nullable() });
export type UploaderFacts = z.infer<typeof UploaderFacts>;

/**
 * What is known of a measure in some territories: when our systems carried it out, null while they have not or a read-back
 * denies it; and once that was read back, since when it is shown to be in effect.
 */
export const EffectFacts = z.object({
  territories: z.array(z.string()).min(1),
  state: EffectState,
  appliedAt: z.iso.datetime().nullable(),
  effectiveAt: z.iso.datetime().nullable(),
  provenAt: z.iso.datetime().nullable(),
});
export type EffectFacts = z.infer<typeof EffectFacts>;

/**
 * One item: `url` is the platform's own address of it, `submittedUrl` what the sender wrote (a link can betray who
 * copied it), `contentId` the platform's id that partners know. `action` is null until there is a decision; `absence`
 * says why nothing can be done to it, `reason` why nothing is done to it although it is there.
 */
export const ItemFacts = z.object({
  itemId: z.string(),
  contentId: z.string().nullable(),
  /** What it is on the platform, and since when it is there; null where that is not known. */
  kind: ContentReference.shape.kind.nullable(),
  publishedAt: z.iso.datetime().nullable(),
  url: z.string().nullable(),
  submittedUrl: z.string().nullable(),
  note: z.string().nullable(),
  requestedComponents: z.array(Component),
  requestedTerritories: z.array(z.string()),
  absence: Absence.nullable(),
  action: Action.nullable(),
  reason: z.string().nullable(),
  /** Whether it stays by rule, unreviewed, since whoever put it up was heard and objected. */
  objected: z.boolean(),
  components: z.array(Component),
  territories: z.array(z.string()),
  until: z.iso.datetime().nullable(),
  reversibleUntil: z.iso.datetime().nullable(),
  effects: z.array(EffectFacts),
});
export type ItemFacts = z.infer<typeof ItemFacts>;

/** The decision as told: `facts` is for the uploader, `reasonForSender` for the sender; each is written for its reader. */
export const DecisionFacts = z.object({
  decisionId: z.string(),
  decidedAt: z.iso.datetime(),
  outcome: DecisionOutcome,
  ground: Ground.nullable(),
  facts: z.string().nullable(),
  reasonForSender: z.string().nullable(),
  /** Our reference of the earlier case of the same sender that this one repeats. */
  duplicateOf: z.string().nullable(),
  automation: Automation,
});
export type DecisionFacts = z.infer<typeof DecisionFacts>;

/** The package that was handed over on a demand for information, and when: never what is in it. */
export const DisclosureFacts = Disclosure.extend({ handedOverAt: z.iso.datetime() });
export type DisclosureFacts = z.infer<typeof DisclosureFacts>;

/** An order that asks for more than its legal basis reaches: where it wants effect, how far the basis goes, and by which rule. */
export const Narrowing = z.object({
  asked: z.array(z.string()).min(1),
  reach: z.array(z.string()).min(1),
  source: z.string().min(1),
});
export type Narrowing = z.infer<typeof Narrowing>;

/**
 * An order. `issuedInUnion` tells an order of a Member State, whose uploader is told about the order, from a demand
 * of a third country, which owes a statement of reasons. `scrutinyAuthority` is set for a cross-border removal order.
 */
export const OrderFacts = z.object({
  authorityName: z.string().min(1),
  reference: z.string().min(1).nullable(),
  /** As the order or a later answer of its authority states it; null where neither does. */
  issuedAt: z.iso.datetime().nullable(),
  issuedInUnion: z.boolean(),
  provisions: z.array(z.string()),
  statementOfReasons: z.string().nullable(),
  redress: z.string().nullable(),
  scrutinyAuthority: z.string().nullable(),
  narrowed: Narrowing.nullable(),
  nonDisclosureUntil: z.iso.datetime().nullable(),
});
export type OrderFacts = z.infer<typeof OrderFacts>;

/** A clock with the readers to whom it is owed; `source` is the provision, never shown for a target. */
export const ClockFacts = z.object({
  clock: z.string(),
  kind: ClockKind,
  direction: ClockDirection,
  dueAt: z.iso.datetime(),
  source: z.string(),
  audiences: z.array(PartyRole),
});
export type ClockFacts = z.infer<typeof ClockFacts>;

/** The ways to challenge a decision, where the platform owes them. `complaintUntil` is the last day. */
export const RedressFacts = z.object({
  complaint: z.boolean(),
  complaintUntil: z.iso.date().nullable(),
  /** Where a complaint is lodged; absent or null where there is no such place. */
  complaintUrl: z.string().nullish(),
  /** The place of the access token to lodge it with, never the token, for a reader who has none yet. */
  complaintToken: z.string().nullish(),
  outOfCourtUrl: z.string().nullable(),
  counterNotice: z.boolean(),
  /** Whether the data protection authority can be turned to; absent where it cannot (GDPR Art 12(4)). */
  supervisoryAuthority: z.boolean().optional(),
  /** Whether a Grievance Appellate Committee can be turned to; absent where it cannot (IT Rules 2021 r. 3A). */
  appellateCommittee: z.boolean().optional(),
});
export type RedressFacts = z.infer<typeof RedressFacts>;

/** What is missing from a request, and until when an answer is waited for (our own wait, not a period of law). */
export const InformationFacts = z.object({
  missing: z.array(ElementId).min(1),
  locatable: z.boolean(),
  respondBy: z.iso.datetime().nullable(),
  /** Why a reviewer asks, in the reviewer's words; absent where only what is missing is asked for. */
  reason: z.string().nullish(),
});
export type InformationFacts = z.infer<typeof InformationFacts>;

/** Why an order cannot be carried out (Reg. (EU) 2021/784 Art 3(7) and (8), Annex III). */
export const ImpossibilityFacts = z.object({
  reason: z.enum(['impossibility', 'manifest-errors', 'insufficient-information']),
  explanation: z.string().min(1),
  clarificationNeeded: z.string().nullable(),
});
export type ImpossibilityFacts = z.infer<typeof ImpossibilityFacts>;

/** A withdrawal: `closed` without any measure, `restored`, or the case `continues` because the law demands it. */
export const WithdrawalFacts = z.object({
  at: z.iso.datetime(),
  result: z.enum(['closed', 'restored', 'continues']),
});
export type WithdrawalFacts = z.infer<typeof WithdrawalFacts>;

/** Where a request belongs that came to the wrong door. */
export const RerouteFacts = z.object({
  reason: z.enum(['not-our-service', 'other-channel', 'other-body']),
  door: Bilingual,
  url: z.string().nullable(),
});
export type RerouteFacts = z.infer<typeof RerouteFacts>;

/**
 * A lifting of restrictions: when, why, and of which items (all if none is named); `ended` are those whose restriction
 * had ended by itself before, and when. What else restricts an item is nobody's business here: it may be secret.
 */
export const ReinstatementFacts = z.object({
  at: z.iso.datetime(),
  reason: z.enum([
    'decision-reversed',
    'complaint-upheld',
    'order-lifted',
    'order-not-upheld',
    'notice-withdrawn',
    'counter-notice',
    'scrutiny',
    'expired',
  ]),
  itemIds: z.array(z.string()),
  ended: z.array(z.object({ itemId: z.string(), at: z.iso.datetime() })),
  /** What those who decided wrote of why; absent where nobody of ours did. */
  explanation: z.string().nullish(),
});
export type ReinstatementFacts = z.infer<typeof ReinstatementFacts>;

/** A value of the case that no message uses but that must not slip into one: who may see it, besides staff. */
export const ConfidentialFact = z.object({ label: z.string(), value: z.string(), audiences: z.array(PartyRole) });
export type ConfidentialFact = z.infer<typeof ConfidentialFact>;

/**
 * Everything that any message of one decision may say. Every message of the set is rendered from it; who may see
 * which field is `FIELD_RULES`. Instants are UTC; `zone` is the IANA zone in which readers are shown them.
 * `composedAt` is the date that the message bears and decides whether a non-disclosure period still runs.
 */
export const FactSheet = z.object({
  caseId: z.string(),
  reference: z.string().min(1),
  legalBasis: LegalBasisId,
  legalBasisName: Bilingual,
  trigger: Trigger.nullable(),
  /** What is restricted on the legal basis as illegal is about; null where that can be many things. */
  topic: Topic.nullable(),
  receivedAt: z.iso.datetime(),
  composedAt: z.iso.datetime(),
  zone: z.string(),
  statusUrl: z.string().nullable(),
  platform: PlatformFacts,
  sender: SenderFacts.nullable(),
  /** The narrow exception of recital 54 DSA: the uploader must know who complained, as with intellectual property. */
  senderDisclosed: z.boolean(),
  uploader: UploaderFacts.nullable(),
  items: z.array(ItemFacts),
  decision: DecisionFacts.nullable(),
  /** Absent or null where nothing was handed over. */
  disclosure: DisclosureFacts.nullish(),
  order: OrderFacts.nullable(),
  clocks: z.array(ClockFacts),
  redress: RedressFacts.nullable(),
  information: InformationFacts.nullable(),
  impossibility: ImpossibilityFacts.nullable(),
  withdrawal: WithdrawalFacts.nullable(),
  reroute: RerouteFacts.nullable(),
  reinstatement: ReinstatementFacts.nullable(),
  /** Absent or null where nobody is heard before. */
  hearing: HearingFacts.nullish(),
  /** Absent or null where no counter-notice is possible, or none is matter of the message. */
  counterNotice: CounterNoticeFacts.nullish(),
  /** Absent or null where no scrutiny is asked for. */
  scrutiny: ScrutinyFacts.nullish(),
  /** Absent or null where no period was extended. */
  extension: ExtensionFacts.nullish(),
  /** Absent or null where the case is about no complaint. */
  complaint: ComplaintFacts.nullish(),
  /** When the measure that the message tells of was lifted again, where the message leaves only after that. */
  liftedAt: z.iso.datetime().nullable(),
  confidential: z.array(ConfidentialFact),
});
export type FactSheet = z.infer<typeof FactSheet>;
