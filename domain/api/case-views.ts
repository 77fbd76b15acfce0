import * as z from 'zod';
import { Danger, Parked, SetAside } from '../case.ts';
import { ComputedClock } from '../clock.ts';
import { ClockOutcome } from '../clock-outcome.ts';
import { ComplaintRow } from '../complaint.ts';
import { CounterNoticeRow, CourtActionRow } from '../counter-notice.ts';
import { ApprovalVerdict, DecisionDocument, DecisionRecord } from '../decision.ts';
import { Delivery } from '../delivery.ts';
import { Hearing, ResponseRow } from '../hearing.ts';
import { InstantText } from '../instant.ts';
import { Absence, Component, EffectState } from '../item.ts';
import { LegalBasisId } from '../legal-basis.ts';
import { CaseOutcome, CaseState } from '../lifecycle.ts';
import { Language, Party } from '../party.ts';
import { KeptInformation, KeptRemark, KeptRequest } from '../submission.ts';
import { ErasureView } from './erasure-views.ts';
import { HoldView } from './hold-views.ts';
import { ShownState } from './shared.ts';

/** A case in the queue. */
export const CaseSummary = z
  .object({
    caseId: z.string(),
    reference: z.string(),
    legalBasis: LegalBasisId,
    nature: z.enum(['order', 'notice', 'terms']),
    state: ShownState,
    outcome: CaseOutcome.nullable(),
    tier: z.int(),
    queue: z.string(),
    language: Language,
    receivedAt: z.iso.datetime(),
    /** The tightest deadline of ours. */
    dueAt: z.iso.datetime(),
    itemCount: z.int(),
    owner: z.string().nullable(),
    danger: z.boolean(),
    /** Messages that could not be delivered and wait for a person. */
    undelivered: z.int().nonnegative(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.infer<typeof CaseSummary>;

/** A page of the queue, by the tightest deadline of ours; `next` is the cursor of the next page. */
export const CaseList = z.object({ cases: z.array(CaseSummary), next: z.string().nullable() }).meta({ id: 'CaseList' });
export type CaseList = z.infer<typeof CaseList>;

/** Who works on a case and until when; `leaseId` is shown to its holder only. */
export const LeaseView = z.object({
  leaseId: z.string().nullable(),
  holder: z.string(),
  holderRole: z.string(),
  expiresAt: z.iso.datetime(),
});

/** An item: what was complained of, what the decision in force does to it, and what was shown of it per territory. */
export const ItemView = z
  .object({
    itemId: z.string(),
    url: z.string(),
    components: z.array(Component),
    territories: z.array(z.string()),
    note: z.string().nullable(),
    /** False where nothing can be done to it: `absence` says why. */
    located: z.boolean(),
    absence: Absence.nullable(),
    /** When it was named after the demand, for a reviewer who has looked already; null for the demand's own. */
    addedAt: z.iso.datetime().nullable(),
    action: z.string().nullable(),
    /** By territory; empty where nothing was restricted, and once a limited effect has ended. */
    effects: z.record(z.string(), EffectState),
    /** When its limited effect ended, as decided; null while it lasts or when it has no end. */
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CaseItem' });
export type ItemView = z.infer<typeof ItemView>;

/** A duty to tell somebody; a draft with its text, for those who may send it. */
export const DeliveryView = Delivery.pick({
  deliveryId: true,
  to: true,
  channel: true,
  kind: true,
  state: true,
  language: true,
  owner: true,
  reason: true,
  notBefore: true,
  possibleDuplicate: true,
  deliveredAt: true,
  sentBy: true,
  receiverId: true,
  report: true,
  entry: true,
})
  .extend({
    /** What a draft says; null where there is no draft, or it was erased. */
    text: z.string().nullable(),
  })
  .meta({ id: 'CaseDelivery' });
export type DeliveryView = z.infer<typeof DeliveryView>;

/** The decision in force or waiting for approval; its text is null once erased. */
export const DecisionView = DecisionRecord.omit({ documentKey: true, caseId: true })
  .extend({
    ground: DecisionDocument.shape.ground,
    facts: z.string().nullable(),
    /** Why restrictions are taken back; null for a decision that gives a ground or facts instead. */
    reason: z.string().nullable(),
    items: DecisionDocument.shape.items,
    /** The package that is handed over: what is in it is nowhere here. */
    disclosure: DecisionDocument.shape.disclosure,
  })
  .partial({ decidedBy: true, facts: true, reason: true })
  .meta({ id: 'CaseDecision' });
export type DecisionView = z.infer<typeof DecisionView>;

/** What the second person said, and of which decision. */
export const ApprovalView = z
  .object({
    decisionId: z.string(),
    verdict: ApprovalVerdict,
    approvedBy: z.string(),
    approvedAt: z.iso.datetime(),
    reason: z.string().nullable(),
    /** Of a disclosure: when whoever approved it handed the package over. */
    handedOverAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'CaseApproval' });
export type ApprovalView = z.infer<typeof ApprovalView>;

/** An answer of somebody who is heard; its text is null once erased. */
export const ResponseView = ResponseRow.omit({ documentKey: true })
  .extend({
    /** Whether it is the one that counts: the first of that person that is whole and in time. */
    counts: z.boolean(),
    explanation: z.string().nullable(),
    name: z.string().nullable(),
    postalAddress: z.string().nullable(),
  })
  .meta({ id: 'CaseResponse' });
export type ResponseView = z.infer<typeof ResponseView>;

/** A hearing: whether it is open, until when answers count, how it ended, and what was answered. */
export const HearingView = Hearing.extend({ responses: z.array(ResponseView) }).meta({ id: 'CaseHearing' });
export type HearingView = z.infer<typeof HearingView>;

/** The counter-notices of a case, and the court actions notified; what was erased is null. */
export const CounterNoticesView = z
  .object({
    given: z.array(
      CounterNoticeRow.omit({ documentKey: true }).extend({
        name: z.string().nullable(),
        postalAddress: z.string().nullable(),
        telephone: z.string().nullable(),
      }),
    ),
    courtActions: z.array(
      CourtActionRow.omit({ documentKey: true }).extend({
        court: z.string().nullable(),
        caseNumber: z.string().nullable(),
        filedOn: z.iso.date().nullable(),
      }),
    ),
  })
  .meta({ id: 'CaseCounterNotices' });

/** A complaint and the case complained of: in that case as in the one in which it is decided. */
export const ComplaintView = ComplaintRow.extend({ about: z.string() }).meta({ id: 'CaseComplaint' });
export type ComplaintView = z.infer<typeof ComplaintView>;

/** A note of a reviewer; its text is null once erased. */
export const NoteView = z
  .object({ number: z.int(), by: z.string(), at: z.iso.datetime(), text: z.string().nullable() })
  .meta({ id: 'CaseNote' });
export type NoteView = z.infer<typeof NoteView>;

/** A clock of a case, and how it stands; null where the case does not show that. */
export const CaseClock = ComputedClock.extend({ outcome: ClockOutcome.nullable() }).meta({ id: 'CaseClock' });
export type CaseClock = z.infer<typeof CaseClock>;

/** A case as those see it who work on it; what a role may not see is null, what was erased is null too. */
export const CaseView = CaseSummary.omit({ danger: true })
  .extend({
    /** The state of the life of the case, whether or not it is parked. */
    lifecycleState: CaseState,
    legalBasisVersion: z.int(),
    actFirst: z.boolean(),
    authenticated: z.boolean(),
    authorityId: z.string().nullable(),
    /** By the register at receipt; null when it does not know the authority: nobody has verified who sent the order. */
    authorityCountry: z.string().nullable(),
    lease: LeaseView.nullable(),
    items: z.array(ItemView),
    /** Where the demand asks for an effect, as countries; for an order as last amended. */
    territories: z.array(z.string()),
    /** When an authority last changed the territories of its order, for a reviewer who has looked already. */
    territoriesAmendedAt: z.iso.datetime().nullable(),
    missing: z.array(z.string()),
    /** What a rule proposes: `reroute`, where everything lies elsewhere; to reject it is to take the proposal up. */
    proposal: z.enum(['reroute']).nullable(),
    informationDueAt: z.iso.datetime().nullable(),
    clocks: z.array(CaseClock),
    deliveries: z.array(DeliveryView).nullable(),
    decision: DecisionView.nullable(),
    /** The last verdict on the decision; of one that was cancelled, until another is made. */
    approval: ApprovalView.nullable(),
    /** Why a decision has to be made anew: the one that waited for approval, and the piece of information since. */
    setAside: SetAside.nullable(),
    parked: Parked.nullable(),
    danger: Danger.nullable(),
    execution: z.object({ arn: z.string(), run: z.int() }).nullable(),
    nonDisclosureUntil: z.iso.datetime().nullable(),
    parties: z.array(Party).nullable(),
    request: KeptRequest.nullable(),
    /** What was sent later, and words that signal danger though nothing else was taken of what they came with. */
    information: z.array(z.union([KeptInformation, KeptRemark])).nullable(),
    /** Whom the law wants heard before; null where it wants nobody heard, or not yet. */
    hearing: HearingView.nullable(),
    counterNotices: CounterNoticesView.nullable(),
    /** The complaints of decisions in this case, and the one that this case is about. */
    complaints: z.array(ComplaintView).nullable(),
    /** Since when a complaint that was upheld has somebody else decide the case anew. */
    reopened: z.object({ at: z.iso.datetime(), complaintCase: z.string() }).nullable(),
    /** The legal holds of the case, those released among them. */
    holds: z.array(HoldView).nullable(),
    /** What was erased of it, on which ground, and how far that has come. */
    erasures: z.array(ErasureView).nullable(),
    notes: z.array(NoteView),
    /** Set where the whole would exceed one answer: the longest text and list shown; all is in the evidence bundle. */
    cut: z.object({ texts: z.int(), lists: z.int().nullable(), whole: z.literal('evidence') }).nullable(),
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;

/** The form of a cursor: a place in the list, given by a case that its reader was shown or may see. */
export const PLACE_IN_LIST = /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z#[\w-]{1,80}$/;

/** The query of the queue. */
export const ListQuery = z.strictObject({
  /** `needs-operator` lists the closed cases as well of which a message could not be delivered. */
  state: ShownState.optional(),
  legalBasis: LegalBasisId.optional(),
  /** The subject of whoever holds the lease. */
  owner: z.string().min(1).max(128).optional(),
  /** Only cases due before this instant. */
  due: InstantText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().regex(PLACE_IN_LIST, 'a cursor from an answer before').optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;
