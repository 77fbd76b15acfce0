import type { CaseRecord } from '#domain/case';
import { deliveryKey, InformationRow } from '#domain/case-rows';
import type { ComputedClock } from '#domain/clock';
import { Delivery } from '#domain/delivery';
import type { LegalBasis } from '#domain/legal-basis';
import type { CaseRows } from '../../ports/case-store.ts';
import { currentDecision } from '../shared/decisions.ts';

/** What the pieces that followed an order acted on first begin: its hour anew, or hours of their own. */
export interface Begun {
  /** When the clarification arrived that begins the hour anew; null when none does. */
  readonly clarifiedAt: string | null;
  /** When what has an hour of its own arrived. */
  readonly additions: readonly string[];
  /** Tells whether something is still to be done under a clock. */
  readonly isOpen: (clock: ComputedClock) => boolean;
}

/**
 * What the pieces of a case begin. A clarification counts only if Annex III had been sent before it arrived (Reg. (EU)
 * 2021/784 Art 3(8)); without it the hour stays. Items that are added are demanded anew, with an hour of their own.
 */
export async function begunBy(rows: Pick<CaseRows, 'listRows' | 'readRow'>, record: CaseRecord): Promise<Begun> {
  const pieces = await rows.listRows(record.caseId, 'INFORMATION#', InformationRow);
  const sentAt = await annexSentAt(rows, record);
  const isAsked = ({ at }: InformationRow): boolean => sentAt !== null && sentAt < at;
  const completing = pieces.findLast(({ clarifies }) => clarifies === 'missing');
  const clarified = completing !== undefined && isAsked(completing) && !lacks(record);
  const actedAt = record.provenAt === null ? null : ((await currentDecision(rows, record))?.decidedAt ?? null);
  const isDone = (at: string): boolean => actedAt !== null && at <= actedAt;
  const rest = pieces.some((piece) => piece.clarifies === 'rest' && !isAsked(piece) && !isDone(piece.at));
  return {
    clarifiedAt: clarified ? completing.at : null,
    additions: pieces.filter((piece) => hasOwnHour(piece, isAsked(piece))).map(({ at }) => at),
    isOpen: ({ addedAt }) => actedAt === null || (addedAt === undefined ? rest : !isDone(addedAt)),
  };
}

/** The ids of the clocks that a message has met which was handed over: they rank the case no more. */
export async function metClocks(
  rows: Pick<CaseRows, 'listRows'>,
  { caseId }: CaseRecord,
  { clocks }: LegalBasis,
): Promise<ReadonlySet<string>> {
  const rules = clocks.filter(({ metBy }) => metBy !== undefined);
  if (rules.length === 0) return new Set();
  const messages = await rows.listRows(caseId, deliveryKey(''), Delivery);
  const sent = new Set(messages.filter(({ acceptedAt }) => acceptedAt !== null).map(({ kind }) => kind));
  return new Set(rules.filter(({ metBy }) => metBy !== undefined && sent.has(metBy)).map(({ clock }) => clock));
}

/** Items that were not found keep nobody from acting on those that were. */
export function lacks({ missing }: Pick<CaseRecord, 'missing'>): boolean {
  return missing.some((element) => element !== 'remaining-locations');
}

/** When Annex III, as a trained person sent it before anybody acted on what was missing, was taken; null while it was not. */
export async function annexSentAt(
  rows: Pick<CaseRows, 'listRows'>,
  { caseId }: Pick<CaseRecord, 'caseId'>,
): Promise<string | null> {
  const messages = await rows.listRows(caseId, deliveryKey('case.'), Delivery);
  const sent = messages.filter(
    ({ kind, state }) => kind === 'impossibility-report' && (state === 'accepted' || state === 'delivered'),
  );
  return sent.flatMap(({ acceptedAt }) => acceptedAt ?? []).sort()[0] ?? null;
}

function hasOwnHour({ clarifies }: InformationRow, isAsked: boolean): boolean {
  return clarifies === 'items' || (clarifies === 'rest' && isAsked);
}
