import * as z from 'zod';
import type { Calendar } from './calendar.ts';
import { clocksStartedBy } from './case-clocks.ts';
import { findClock } from './catalogue/catalogue.ts';
import type { ComputedClock } from './clock.ts';
import { type Complainant, ComplainedOf } from './complained-of.ts';
import { isComplaint } from './complaint-procedure.ts';
import type { Delivery, DeliveryKind } from './delivery.ts';
import { normalInstant } from './instant.ts';
import { type LegalBasis, LegalBasisId } from './legal-basis.ts';
import { Language } from './party.ts';

/** The body of `POST /v1/notices/{caseId}/complaint`. */
export const ComplaintRequest = z.strictObject({
  explanation: z.string().trim().min(1).max(20_000).describe('Why the decision is wrong, in your own words.'),
  items: z
    .array(z.string().min(1).max(2_000))
    .min(1)
    .max(5_000)
    .nullish()
    .describe('What it is about, by addresses or ids of items; without it, all that the decision is about for you.'),
  language: Language.nullish().describe('The language to be answered in; without it, that of our messages to you.'),
});
export type ComplaintRequest = z.infer<typeof ComplaintRequest>;

/** A complaint beside the case complained of: there is one for each person, decision and item. */
export const ComplaintRow = ComplainedOf.extend({
  /** The case in which the complaint is decided. */
  complaintCase: z.string(),
  /** Items of the case complained of. */
  itemIds: z.array(z.string()),
  receivedAt: z.iso.datetime(),
  /** What the case complained of is called, and its legal basis. */
  reference: z.string(),
  legalBasis: LegalBasisId,
  legalBasisVersion: z.int(),
  /** When that person was informed, and until when a complaint could be lodged. */
  informedAt: z.iso.datetime(),
  openUntil: z.iso.datetime(),
});
export type ComplaintRow = z.infer<typeof ComplaintRow>;

/** The key of a complaint among the rows of the case complained of; without a number, or at all, the prefix of several. */
export function complaintKey(of?: Pick<ComplainedOf, 'personId' | 'decisionId'> & Partial<ComplainedOf>): string {
  if (of === undefined) return 'COMPLAINT#';
  const number = of.number === undefined ? '' : String(of.number).padStart(5, '0');
  return `COMPLAINT#${of.personId}#${of.decisionId}#${number}`;
}

/** The messages that inform somebody of a decision against which they can complain. */
const INFORMING: Readonly<Record<Complainant, readonly DeliveryKind[]>> = {
  uploader: ['statement-of-reasons'],
  sender: ['decision-to-sender', 'reinstatement-to-sender'],
};

/** A decision that a person is told of, and since when they are informed (RFC 3339); null where it did not reach them. */
export interface Informed {
  readonly decisionId: string;
  readonly at: string | null;
}

/**
 * The last decision of which a person is told, and when they were informed: once the message was delivered or, without
 * word of that, handed over. What came back, or never left, informed nobody. Null while nobody owes them a message.
 */
export function lastInformed(
  deliveries: readonly Pick<
    Delivery,
    'kind' | 'personId' | 'decisionId' | 'state' | 'owedAt' | 'acceptedAt' | 'deliveredAt'
  >[],
  by: Complainant,
  personId: string,
): Informed | null {
  const told = deliveries.filter((delivery) => delivery.personId === personId && INFORMING[by].includes(delivery.kind));
  const last = told.toSorted((one, other) => (one.owedAt ?? '').localeCompare(other.owedAt ?? '')).at(-1);
  if (last === undefined || last.decisionId === null) return null;
  const hasArrived = last.state === 'delivered' || last.state === 'accepted';
  return { decisionId: last.decisionId, at: hasArrived ? (last.deliveredAt ?? last.acceptedAt) : null };
}

/**
 * The window in which somebody who was informed at `informedAt` (RFC 3339) can complain of a decision on a legal basis;
 * null where the law opens them none. It ends at `dueAt`.
 */
export function complaintWindow(
  basis: LegalBasis,
  by: Complainant,
  informedAt: string,
  calendar: Calendar,
): ComputedClock | null {
  if (isComplaint(basis)) return null;
  const windows = clocksStartedBy(basis, 'informed', informedAt, calendar).filter(
    ({ clock, direction }) => direction === 'their-window' && findClock(clock)?.rule.shownTo?.includes(by) === true,
  );
  return windows[0] ?? null;
}

/** Whether a window was over at `now` (RFC 3339). */
export function isOver({ dueAt }: Pick<ComputedClock, 'dueAt'>, now: string): boolean {
  return normalInstant(now) >= normalInstant(dueAt);
}
