import { PURGE_REPORT, SignedPurgeReport } from '#domain/purge-report';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { readPurgeReport } from './contract.ts';

/** What showing the report needs. */
export interface PurgeReportDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'readRow'>;
}

/** Shows the signed report of a case that was erased as a whole; it names nobody. */
export async function showPurgeReport({ cases }: PurgeReportDependencies, request: RouteRequest): Promise<Answer> {
  const { caseId } = await requestedCase(cases, request);
  const signed = await cases.readRow(caseId, PURGE_REPORT, SignedPurgeReport);
  return signed === null ? problem(404, 'The case was not erased as a whole.') : { status: 200, body: signed };
}

/** The Lambda function of `GET /v1/cases/{caseId}/purge-report`. */
export const handler = route(
  readPurgeReport,
  lazily(() => ({ verifier: buildVerifier(), cases: buildCases() })),
  showPurgeReport,
);
