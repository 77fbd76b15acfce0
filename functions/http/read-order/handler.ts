import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuthorities } from '../../parts/authorities.ts';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import { caseStatus } from '../shared/case-status.ts';
import { type OwnOrderDependencies, ownOrder } from '../shared/requested-case.ts';
import { readOrder } from './contract.ts';

/** Shows an authority how its order stands. */
export async function showOrder(dependencies: OwnOrderDependencies, request: RouteRequest): Promise<Answer> {
  return { status: 200, body: caseStatus(await ownOrder(dependencies, request), 'authority') };
}

/** The Lambda function of `GET /v1/orders/{caseId}`. */
export const handler = route(
  readOrder,
  lazily(() => ({ verifier: buildVerifier(), cases: buildCases(), authorities: buildAuthorities() })),
  showOrder,
);
