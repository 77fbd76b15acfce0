import type { CaseStatus } from '#domain/api/sender-views';
import type { CaseRecord } from '#domain/case';
import { elementLabel } from '#domain/catalogue/catalogue';
import { ElementId } from '#domain/legal-basis';
import { clocksOwedTo } from '#domain/masking';
import { outcomeToTell } from '#domain/outcome';

/** What the sender or the authority sees of its case; holds nothing personal, so that reading it needs no record. */
export function caseStatus(record: CaseRecord, reader: 'sender' | 'authority'): CaseStatus {
  return {
    caseId: record.caseId,
    reference: record.reference,
    legalBasis: record.legalBasis,
    receivedAt: record.receivedAt,
    state: record.state,
    outcome: outcomeToTell(record),
    effects: reader === 'authority' ? record.effects : null,
    itemCount: record.itemCount,
    missing: record.missing.flatMap((name) => {
      const element = ElementId.safeParse(name).data;
      return element === undefined ? [] : [{ element, label: elementLabel(record.legalBasis, element) }];
    }),
    informationDueAt: record.informationDueAt,
    clocks: [...clocksOwedTo(reader, record.clocks)],
    closedAt: record.closedAt,
  };
}
