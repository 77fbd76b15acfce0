import { atRiskInstant } from './act-first.ts';
import type { CaseRecord } from './case.ts';
import { countedFrom } from './clock-restart.ts';
import { normalInstant, plus } from './instant.ts';
import type { LegalBasis } from './legal-basis.ts';
import { nextTierInstant } from './tiers.ts';

/** The longest a case waits for a person before somebody is paged again, in hours. */
const LONGEST_WAIT_HOURS = 24;

type WaitingCase = Pick<CaseRecord, 'receivedAt' | 'dueAt' | 'provenAt'> & Partial<Pick<CaseRecord, 'clocks'>>;

/** Until when (RFC 3339 UTC) to wait for a person: the next rise, the hour at risk, or a day, whichever comes first. */
export function reviewWakeAt(record: WaitingCase, basis: LegalBasis, now: string): string {
  const from = countedFrom(record);
  const risk = atRiskInstant(basis, from);
  const ahead = [nextTierInstant(from, record.dueAt, now), record.provenAt === null ? risk : null]
    .filter((instant) => instant !== null)
    .map(normalInstant)
    .filter((instant) => instant > normalInstant(now));
  return [...ahead, plus(now, { hours: LONGEST_WAIT_HOURS })].sort()[0] ?? now;
}

/** Tells whether the hour is at risk: the instant set by the basis has come and the effect is not proven. */
export function isHourAtRisk(record: WaitingCase, basis: LegalBasis, now: string): boolean {
  const risk = atRiskInstant(basis, countedFrom(record));
  return risk !== null && record.provenAt === null && normalInstant(risk) <= normalInstant(now);
}

const MINUTES = [1, 2, 3, 4] as const;
const LATER_MINUTES = 10;
/** Rounds without success after which somebody is told while the trying goes on: 1 + 2 + 3 + 4 minutes. */
export const ROUNDS_UNTIL_PAGED = MINUTES.length;
/** Rounds after which trying by itself ends and an operator is needed. */
export const MOST_ROUNDS = 200;
/** Of the time left to a deadline, the part that one wait may take. */
const SHARE_OF_TIME_LEFT = 5;

/**
 * Until when to wait before what is unproven is tried again: growing waits, shorter near the deadline (never under a
 * minute), and never past the instant at which the hour is at risk. `round` counts from 0.
 */
export function roundWakeAt(record: WaitingCase, basis: LegalBasis, round: number, now: string): string {
  const growing = (MINUTES[round] ?? LATER_MINUTES) * 60;
  const left = Math.floor((Date.parse(record.dueAt) - Date.parse(now)) / 1000);
  const seconds = left <= 0 ? growing : Math.min(growing, Math.max(60, Math.floor(left / SHARE_OF_TIME_LEFT)));
  const wakeAt = plus(now, { seconds });
  const risk = record.provenAt === null ? atRiskInstant(basis, countedFrom(record)) : null;
  if (risk === null || normalInstant(risk) <= normalInstant(now)) return wakeAt;
  return [wakeAt, normalInstant(risk)].sort()[0] ?? wakeAt;
}
