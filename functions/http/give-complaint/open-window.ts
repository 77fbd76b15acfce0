import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import type { Complainant } from '#domain/complained-of';
import { complaintWindow, isOver, lastInformed } from '#domain/complaint';
import { isComplaint } from '#domain/complaint-procedure';
import { Delivery } from '#domain/delivery';
import { normalInstant } from '#domain/instant';
import { type Answer, problem } from '#runtime/problem';
import { basisOf } from '../../legal-removal/shared/load-case.ts';
import type { CaseRows } from '../../ports/case-store.ts';

/** The decision that a person may complain of, since when they know of it, and until when they may (RFC 3339). */
export interface OpenWindow {
  readonly decisionId: string;
  readonly informedAt: string;
  readonly openUntil: string;
}

/** The window in which a person of a case may complain at `now`; else why they may not, or not any more. */
export async function openWindow(
  { cases, calendar }: { readonly cases: Pick<CaseRows, 'listRows'>; readonly calendar: Calendar },
  record: CaseRecord,
  { by, personId }: { readonly by: Complainant; readonly personId: string },
  now: string,
): Promise<OpenWindow | Answer> {
  const basis = basisOf(record);
  if (isComplaint(basis)) return DECIDED;
  if (complaintWindow(basis, by, now, calendar) === null) return ELSEWHERE;
  const informed = lastInformed(await cases.listRows(record.caseId, deliveryKey(''), Delivery), by, personId);
  if (informed === null) return NOT_INFORMED;
  // Whoever was not reached, and knows all the same, has their six months from now on.
  const informedAt = normalInstant(informed.at ?? now);
  const window = complaintWindow(basis, by, informedAt, calendar);
  if (window === null) return ELSEWHERE;
  const openUntil = normalInstant(window.dueAt);
  if (!isOver(window, now)) {
    return { decisionId: informed.decisionId, informedAt, openUntil };
  }
  return problem(409, `${LATE} ${window.dueDate ?? openUntil} (${window.zone}). ${OTHER_WAYS}`, [], { openUntil });
}

const OTHER_WAYS = 'You can still turn to an out-of-court dispute settlement body or to a court.';
const LATE = 'Six months after you were informed of the decision the time for a complaint ended, with the end of';
const DECIDED = problem(409, `Your complaint is decided by us once. ${OTHER_WAYS}`);
const ELSEWHERE = problem(
  409,
  'Decisions on this legal basis are not open to an internal complaint. Our message says whom to turn to.',
);
const NOT_INFORMED = problem(
  409,
  'You were not informed of a decision that a complaint could be about. You have six months from when you are.',
);
