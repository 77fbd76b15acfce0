import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clocksStartedBy } from '#domain/case-clocks';
import { normalInstant } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import type { OutboxEntry } from '../../ports/case-store.ts';

/** The timers that go on after a case is closed: the end of the complaint window, and of the preservation. */
export function followUps(record: CaseRecord, basis: LegalBasis, now: string, calendar: Calendar): OutboxEntry[] {
  const { caseId, firstEffectAt } = record;
  const told = clocksStartedBy(basis, 'informed', now, calendar).filter(
    ({ direction }) => direction === 'their-window',
  );
  const held =
    firstEffectAt === null
      ? []
      : clocksStartedBy(basis, 'removal', firstEffectAt, calendar).filter(
          ({ direction }) => direction === 'hold-until',
        );
  return [
    ...told.map(({ dueAt }) => timer(caseId, 'complaint-window-end', dueAt)),
    ...held.map(({ dueAt }) => timer(caseId, 'preservation-end', dueAt)),
  ];
}

function timer(caseId: string, purpose: string, dueAt: string): OutboxEntry {
  const at = normalInstant(dueAt);
  return { kind: 'schedule', name: `${caseId}-${purpose}`, at, purpose };
}
