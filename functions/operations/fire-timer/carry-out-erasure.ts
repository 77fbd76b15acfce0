import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { backupsUntil, ErasureRow, erasureKey } from '#domain/erasure';
import { buildPurgeReport, PURGE_REPORT, purgeReportPayload, type SignedPurgeReport } from '#domain/purge-report';
import { digest } from '#runtime/digest';
import { erasureTimer } from '#runtime/erasure-timer';
import { basisOf, loadCase } from '../../legal-removal/shared/load-case.ts';
import { forgetNotes } from '../../legal-removal/shared/submission.ts';
import { forgetUploader } from '../../legal-removal/shared/uploaders.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Eraser } from '../../ports/eraser.ts';
import type { Signer } from '../../ports/outside.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import type { Timers } from '../../ports/workflow.ts';
import { fireTimer } from './contract.ts';

/** What carrying an erasure out uses. */
export interface CarryOutPorts {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get' | 'replace'>;
  readonly eraser: Eraser;
  readonly signer: Pick<Signer, 'sign' | 'keyId'>;
  readonly timers: Timers;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/**
 * Destroys what an erasure that began takes, then records that it is gone. A crash in between is repeated from the start;
 * whoever comes second finds it recorded.
 */
export async function carryOut(ports: CarryOutPorts, caseId: string, row: ErasureRow): Promise<void> {
  const { cases, eraser, clock } = ports;
  const persons = row.whole ? [...new Set([...row.personIds, ...(await eraser.personsOf(caseId))])] : row.personIds;
  for (const personId of persons) await eraser.destroyKey(caseId, personId);
  if (row.whole) await eraser.removeDocuments(caseId, '');
  else for (const personId of persons) await removeWordsOf(ports, caseId, personId);
  const at = clock.now();
  const signed = row.whole ? await reportOn(ports, await loadCase(cases, caseId), persons, at) : null;
  const after: ErasureRow = {
    ...row,
    ...{ personIds: [...persons], state: 'pending', destroyedAt: at, backupsUntil: backupsUntil(at) },
  };
  await cases.change(caseId, async (_record, rows) => {
    const now = await rows.readRow(caseId, erasureKey(row.number), ErasureRow);
    if (now?.state !== 'begun') return { result: undefined };
    const report = signed === null ? [] : [{ key: PURGE_REPORT, value: signed, when: 'replace' as const }];
    return {
      change: {
        events: [carriedOut(after, signed)],
        rows: [{ key: erasureKey(row.number), value: after, when: 'replace' }, ...report],
        outbox: [erasureTimer(caseId, backupsUntil(at))],
      },
      result: undefined,
    };
  });
}

function carriedOut(
  { number, personIds, whole, ground, reference, backupsUntil: until }: ErasureRow,
  signed: SignedPurgeReport | null,
) {
  const report = signed === null ? {} : { reportSha256: digest(signed.jws) };
  return {
    type: 'erasure.carried-out' as const,
    actor: { kind: 'system' as const, id: fireTimer.step },
    reason: ground,
    data: { number, persons: personIds, whole, reference, backupsUntil: until, ...report },
    commitments: [],
  };
}

async function reportOn(
  { signer }: CarryOutPorts,
  record: CaseRecord,
  persons: readonly string[],
  erasedAt: string,
): Promise<SignedPurgeReport> {
  const done = { persons, erasedAt, keyId: await signer.keyId() };
  const report = buildPurgeReport(record, basisOf(record), done);
  return { report, jws: await signer.sign(purgeReportPayload(report)) };
}

/** What is kept with the case and yet is of that person: who they are on the platform, or what they wrote beside items. */
async function removeWordsOf({ documents, eraser }: CarryOutPorts, caseId: string, personId: string): Promise<void> {
  await eraser.removeDocuments(caseId, `${personId}/`);
  if (ASKERS.has(personId)) {
    await forgetNotes(documents, caseId);
    await eraser.removeEarlier(caseId, 'case/items');
    await eraser.removeDocuments(caseId, 'case/court-actions/');
  } else {
    await forgetUploader(documents, caseId, personId);
    await eraser.removeEarlier(caseId, 'case/uploaders');
  }
}

const ASKERS: ReadonlySet<string> = new Set(['sender', 'authority']);
