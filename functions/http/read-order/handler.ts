import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { caseStatus } from '../shared/case-status.ts';
import { demandOwnOrder, requestedCase } from '../shared/requested-case.ts';
import { readOrder } from './contract.ts';

/** Shows an authority how its order stands. */
export async function showOrder(
  { cases }: { readonly cases: Pick<CaseStore, 'load'> },
  request: RouteRequest,
): Promise<Answer> {
  const record = await requestedCase(cases, request);
  demandOwnOrder(record, request);
  return { status: 200, body: caseStatus(record, 'authority') };
}

/** The Lambda function of `GET /v1/orders/{caseId}`. */
export const handler = route(
  readOrder,
  lazily(() => ({ verifier: buildVerifier(), cases: buildCases() })),
  showOrder,
);
