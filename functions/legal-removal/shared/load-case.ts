import type { CaseRecord } from '#domain/case';
import { basisOfCase, type PinnedCase } from '#domain/catalogue/catalogue';
import type { LegalBasis } from '#domain/legal-basis';
import type { CaseStore, OpenCase } from '../../ports/case-store.ts';
import { CaseNotFoundError } from '../../ports/errors.ts';
import { UnknownLegalBasisError } from './errors.ts';

/** The case's record. @throws CaseNotFoundError */
export async function loadCase(cases: Pick<CaseStore, 'load'>, caseId: string): Promise<CaseRecord> {
  const record = await cases.load(caseId);
  if (record === null) throw new CaseNotFoundError(caseId);
  return record;
}

/** The case as a whole: for a step that reads most of it. @throws CaseNotFoundError */
export async function openCase(cases: Pick<CaseStore, 'open'>, caseId: string): Promise<OpenCase> {
  const opened = await cases.open(caseId);
  if (opened === null) throw new CaseNotFoundError(caseId);
  return opened;
}

/** The legal basis as the case is pinned to it, with what its authority is owed. @throws UnknownLegalBasisError */
export function basisOf(record: PinnedCase): LegalBasis {
  const basis = basisOfCase(record);
  if (basis === null) throw new UnknownLegalBasisError(`${record.legalBasis}@${record.legalBasisVersion}`);
  return basis;
}
