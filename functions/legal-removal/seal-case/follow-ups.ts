import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clocksStartedBy } from '#domain/case-clocks';
import { isComplaint } from '#domain/complaint-procedure';
import { normalInstant } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { retentionEnd } from '#domain/retention';
import { erasureTimer } from '#runtime/erasure-timer';
import type { OutboxEntry } from '../../ports/case-store.ts';

/** The timers that go on after a case is closed: the end of the complaint window, of the preservation, and of keeping it. */
export function followUps(record: CaseRecord, basis: LegalBasis, now: string, calendar: Calendar): OutboxEntry[] {
  const { caseId, firstEffectAt } = record;
  // Against the decision on a complaint there is no other complaint.
  const informed = isComplaint(basis) ? [] : clocksStartedBy(basis, 'informed', now, calendar);
  const told = informed.filter(({ direction }) => direction === 'their-window');
  const held =
    firstEffectAt === null
      ? []
      : clocksStartedBy(basis, 'removal', firstEffectAt, calendar).filter(
          ({ direction }) => direction === 'hold-until',
        );
  return [
    erasureTimer(caseId, retentionEnd(now, basis)),
    ...told.map(({ dueAt }) => timer(caseId, 'complaint-window-end', dueAt)),
    ...held.map(({ dueAt }) => timer(caseId, 'preservation-end', dueAt)),
  ];
}

function timer(caseId: string, purpose: string, dueAt: string): OutboxEntry {
  const at = normalInstant(dueAt);
  return { kind: 'schedule', name: `${caseId}-${purpose}`, at, purpose };
}
