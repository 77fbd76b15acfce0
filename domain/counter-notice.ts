import * as z from 'zod';
import type { Calendar } from './calendar.ts';
import { clockOfStep } from './case-clocks.ts';
import type { ComputedClock } from './clock.ts';
import type { CounterNoticeElement, CounterNoticeRule } from './counter-notice-rule.ts';
import { normalInstant } from './instant.ts';
import type { Item } from './item.ts';
import type { LegalBasis } from './legal-basis.ts';
import { computePeriod } from './period.ts';

/** The body of `POST /v1/notices/{caseId}/counter-notice`; what is absent is asked for by name. */
export const CounterNoticeRequest = z.strictObject({
  items: z
    .array(z.string().max(2_000))
    .max(5_000)
    .nullish()
    .describe('The material and where it was: the addresses from our message, or the ids of its items.'),
  mistake: z
    .boolean()
    .nullish()
    .describe(
      'true: under penalty of perjury, a belief in good faith that it was removed by mistake or misidentified.',
    ),
  name: z.string().max(200).nullish(),
  postalAddress: z.string().max(1_000).nullish(),
  telephone: z.string().max(100).nullish(),
  jurisdiction: z
    .boolean()
    .nullish()
    .describe('true: consent to the jurisdiction of the federal district court that the law names.'),
  service: z.boolean().nullish().describe('true: service of process is accepted from whoever submitted the notice.'),
  signature: z
    .string()
    .max(200)
    .nullish()
    .describe('A physical or electronic signature; the typed full name is enough.'),
});
export type CounterNoticeRequest = z.infer<typeof CounterNoticeRequest>;

/** A counter-notice as kept, encrypted under the key of whoever gave it. */
export const KeptCounterNotice = CounterNoticeRequest.extend({ at: z.iso.datetime() });
export type KeptCounterNotice = z.infer<typeof KeptCounterNotice>;

/**
 * How far it has come: `waiting` for the window or for a court action; `stopped` by one; `put-back`: what it names is put
 * back, or was; `overtaken`: nothing of it was restricted any more when its time came.
 */
export const CounterNoticeState = z.enum(['waiting', 'stopped', 'put-back', 'overtaken']);
export type CounterNoticeState = z.infer<typeof CounterNoticeState>;

/** A counter-notice beside its case: codes and instants, and where its text lies. */
export const CounterNoticeRow = z.object({
  number: z.int().positive(),
  personId: z.string(),
  /** The decision against which it is given, and those of its items that are to be put back. */
  decisionId: z.string(),
  itemIds: z.array(z.string()),
  receivedAt: z.iso.datetime(),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  /** When the content is put back: an instant in between. */
  putBackAt: z.iso.datetime(),
  state: CounterNoticeState,
  /** The message that holds the copy for the one who complained. */
  copyId: z.string(),
  documentKey: z.string(),
});
export type CounterNoticeRow = z.infer<typeof CounterNoticeRow>;

/** The key of a counter-notice; `number` counts from 1; without one, the prefix of all. */
export const counterNoticeKey = (number?: number): string => numbered('COUNTER-NOTICE', number);

/** A notice that an action was filed with a court to restrain whoever gave a counter-notice. */
export const CourtActionRequest = z.strictObject({
  court: z.string().min(1).max(300),
  caseNumber: z.string().min(1).max(200).describe('The number under which the court has it.'),
  filedOn: z.iso.date(),
  counterNotice: z
    .int()
    .positive()
    .optional()
    .describe('The number of the counter-notice against whose author it is; without it, all that wait.'),
});
export type CourtActionRequest = z.infer<typeof CourtActionRequest>;

/** A notice of a court action beside its case: which counter-notices it stops, and where its text lies. */
export const CourtActionRow = z.object({
  number: z.int().positive(),
  at: z.iso.datetime(),
  /** `sender`, or the person of ours who recorded it. */
  by: z.string(),
  counterNotices: z.array(z.int().positive()),
  documentKey: z.string(),
});
export type CourtActionRow = z.infer<typeof CourtActionRow>;

/** The key of a notice of a court action; `number` counts from 1; without one, the prefix of all. */
export const courtActionKey = (number?: number): string => numbered('COURT-ACTION', number);

/** What a counter-notice lacks under a rule: a statement has to be made, words have to say something. */
export function missingFrom(
  { elements }: Pick<CounterNoticeRule, 'elements'>,
  given: CounterNoticeRequest,
): CounterNoticeElement[] {
  return elements.filter((element) => {
    const value = given[element];
    if (typeof value === 'string') return value.trim() === '';
    return Array.isArray(value) ? value.length === 0 : value !== true;
  });
}

/** The item that somebody means by its id or by an address that ends as the platform's own does; null for none. */
export function itemNamed(text: string, items: readonly Item[]): Item | null {
  const named = text.trim().replace(/\/+$/, '');
  const isMeant = ({ itemId, url, reference }: Item): boolean =>
    named === itemId || named === url || (reference !== null && named.endsWith(`/${reference.kind}/${reference.id}`));
  return items.find(isMeant) ?? null;
}

/** The window in which content is put back. */
export interface PutBackWindow {
  readonly notBefore: ComputedClock;
  readonly notAfter: ComputedClock;
  /** When it is put back, RFC 3339 UTC. */
  readonly putBackAt: string;
}

/** The window that a counter-notice received at `receivedAt` (RFC 3339) opens; null where the clocks are not known. */
export function putBackWindow(
  basis: LegalBasis,
  { clocks, putBackAfter }: CounterNoticeRule,
  receivedAt: string,
  calendar: Calendar,
): PutBackWindow | null {
  const notBefore = clockOfStep(basis, clocks.notBefore, receivedAt, calendar);
  const notAfter = clockOfStep(basis, clocks.notAfter, receivedAt, calendar);
  if (notBefore === null || notAfter === null) return null;
  const { place, zone } = notBefore;
  const period = { unit: 'business-days', amount: putBackAfter } as const;
  const { dueAt } = computePeriod(period, receivedAt, { place, zone, direction: 'earliest', calendar });
  return { notBefore, notAfter, putBackAt: normalInstant(dueAt) };
}

function numbered(prefix: string, number: number | undefined): string {
  return `${prefix}#${number === undefined ? '' : String(number).padStart(5, '0')}`;
}
