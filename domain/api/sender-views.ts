import * as z from 'zod';
import { EffectCounts } from '../case.ts';
import { Bilingual } from '../clock.ts';
import { CounterNoticeRow } from '../counter-notice.ts';
import { ResponseRow } from '../hearing.ts';
import { ElementId, LegalBasisId } from '../legal-basis.ts';
import { CaseOutcome, CaseState } from '../lifecycle.ts';
import { ClockView } from './shared.ts';

const RECEIPT_FIELDS = {
  caseId: z.string(),
  /** For people: to be read out on the telephone. */
  reference: z.string(),
  legalBasis: LegalBasisId,
  receivedAt: z.iso.datetime(),
  state: CaseState,
  statusUrl: z.url(),
  clocks: z.array(ClockView),
};

/** The answer to `POST /v1/notices`. The token gives access to this case; it is never part of a URL. */
export const NoticeReceipt = z.object({ ...RECEIPT_FIELDS, accessToken: z.string() }).meta({ id: 'NoticeReceipt' });
export type NoticeReceipt = z.infer<typeof NoticeReceipt>;

/** The answer to `POST /v1/orders`; `receipt` is a JWS (ES256) over `{caseId, receivedAt, sha256}` of the body. */
export const OrderReceipt = z.object({ ...RECEIPT_FIELDS, receipt: z.string() }).meta({ id: 'OrderReceipt' });
export type OrderReceipt = z.infer<typeof OrderReceipt>;

/** What a sender or an authority sees of its case: how it stands and what is missing; nothing about other people. */
export const CaseStatus = z
  .object({
    caseId: z.string(),
    reference: z.string(),
    legalBasis: LegalBasisId,
    receivedAt: z.iso.datetime(),
    state: CaseState,
    /** How the case ended; null until then, and until a person has confirmed what was done first. */
    outcome: CaseOutcome.nullable(),
    /** Items of an order by what reading back has shown of the measure; null for a notice. */
    effects: EffectCounts.nullable(),
    itemCount: z.int().nonnegative(),
    missing: z.array(z.object({ element: ElementId, label: Bilingual })),
    /** Until when the missing information is waited for. */
    informationDueAt: z.iso.datetime().nullable(),
    clocks: z.array(ClockView),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CaseStatus' });
export type CaseStatus = z.infer<typeof CaseStatus>;

/** What somebody who is heard is told of an answer: whether it counts, came too late, or lacks something. */
export const ResponseAnswer = z
  .object({
    caseId: z.string(),
    reference: z.string(),
    number: z.int().positive(),
    receivedAt: z.iso.datetime(),
    /** Whether it is the one that counts: the first that is whole and in time. Others are kept and read as well. */
    counts: z.boolean(),
    late: z.boolean(),
    missing: ResponseRow.shape.missing,
    answerUntil: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ResponseAnswer' });
export type ResponseAnswer = z.infer<typeof ResponseAnswer>;

/** The answer to `POST /v1/notices/{caseId}/complaint`. The token gives access to the case of the complaint alone. */
export const ComplaintReceipt = NoticeReceipt.extend({
  /** The case complained of, its items that the complaint is about, and until when a complaint was possible. */
  about: z.object({ caseId: z.string(), reference: z.string(), itemIds: z.array(z.string()) }),
  openUntil: z.iso.datetime(),
}).meta({ id: 'ComplaintReceipt' });

/** What somebody who gave a counter-notice is told: on which items, and in which window they are put back. */
export const CounterNoticeAnswer = CounterNoticeRow.pick({
  number: true,
  receivedAt: true,
  itemIds: true,
  notBefore: true,
  notAfter: true,
  putBackAt: true,
})
  .extend({ caseId: z.string(), reference: z.string() })
  .meta({ id: 'CounterNoticeAnswer' });
export type CounterNoticeAnswer = z.infer<typeof CounterNoticeAnswer>;

/** What whoever notified a court action is told: when that was, and which counter-notices lead to nothing then. */
export const CourtActionAnswer = z
  .object({
    caseId: z.string(),
    reference: z.string(),
    number: z.int().positive(),
    receivedAt: z.iso.datetime(),
    counterNotices: z.array(z.int().positive()),
  })
  .meta({ id: 'CourtActionAnswer' });
export type CourtActionAnswer = z.infer<typeof CourtActionAnswer>;

/** The body of a withdrawal. */
export const WithdrawalRequest = z.strictObject({ reason: z.string().max(2_000).nullish() });
export type WithdrawalRequest = z.infer<typeof WithdrawalRequest>;
