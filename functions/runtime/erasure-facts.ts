import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { CounterNoticeRow, counterNoticeKey } from '#domain/counter-notice';
import { Delivery } from '#domain/delivery';
import type { ErasureFacts } from '#domain/erasure-obstacles';
import { HoldRow, holdKey } from '#domain/hold';
import type { LegalBasis } from '#domain/legal-basis';
import type { CaseRows } from '../ports/case-store.ts';

/** What is looked at before anything of a case is erased, as it stands beside the record. */
export async function erasureFacts(
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  basis: LegalBasis,
): Promise<ErasureFacts> {
  const { caseId } = record;
  const [holds, deliveries, counterNotices] = await Promise.all([
    rows.listRows(caseId, holdKey(), HoldRow),
    rows.listRows(caseId, deliveryKey(''), Delivery),
    rows.listRows(caseId, counterNoticeKey(), CounterNoticeRow),
  ]);
  return { record, basis, holds, deliveries, counterNotices };
}
