import { shownState } from '#domain/api/shared';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { acknowledged } from '../shared/danger.ts';
import { caseIdOf } from '../shared/requested-case.ts';
import { acknowledgeDanger } from './contract.ts';

/** Records who takes up the signal of danger of a case, so that paging stops; again is no error. */
export async function takeUpDanger(
  { cases, clock }: { readonly cases: Pick<CaseStore, 'change'>; readonly clock: Clock },
  request: RouteRequest,
): Promise<Answer> {
  return await cases.change<Answer>(caseIdOf(request), (record) => {
    if (record.danger === null) return { result: problem(409, 'The case holds no signal of danger.') };
    const body = { caseId: record.caseId, state: shownState(record) };
    const { set, events } = acknowledged(record, request.caller, clock.now());
    if (events.length === 0) return { result: { status: 200, body } };
    return { change: { set, events, ...request.keeping(200, body) }, result: { status: 200, body } };
  });
}

/** The Lambda function of `POST /v1/cases/{caseId}/danger-acknowledgement`. */
export const handler = route(
  acknowledgeDanger,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    clock: systemClock,
  })),
  takeUpDanger,
);
