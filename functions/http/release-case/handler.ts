import { shownState } from '#domain/api/shared';
import type { ReleaseRequest } from '#domain/api/work';
import type { CaseRecord } from '#domain/case';
import { leaseHolds } from '#domain/lease';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { Caller } from '../../ports/callers.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { caseIdOf } from '../shared/requested-case.ts';
import { releaseCase } from './contract.ts';

/** Gives a case back to the queue: the holder their own, a lead anybody's. */
export async function giveBack(
  { cases, clock }: { readonly cases: Pick<CaseStore, 'change'>; readonly clock: Clock },
  request: RouteRequest<ReleaseRequest | undefined>,
): Promise<Answer> {
  const { caller } = request;
  return await cases.change<Answer>(caseIdOf(request), (record) => {
    const refused = refusal(record, caller, request.body?.leaseId, clock.now());
    if (refused !== null) return { result: refused };
    const body = { caseId: record.caseId, state: shownState(record) };
    const event = newEvent('case.released', actorOf(caller), { role: caller.role, holder: record.lease?.holder ?? '' });
    return {
      change: { set: { lease: null }, events: [event], ...request.keeping(200, body) },
      result: { status: 200, body },
    };
  });
}

function refusal({ lease }: CaseRecord, caller: Caller, leaseId: string | undefined, now: string): Answer | null {
  if (!leaseHolds(lease, now)) return problem(409, 'Nobody holds this case.');
  if (leaseId !== undefined && leaseId !== lease.leaseId)
    return problem(409, 'The lease named is not the current one.');
  if (lease.holder === caller.subject || caller.role === 'lead') return null;
  return problem(409, `${lease.holder} works on this case; only they or a lead can release it.`, [], {
    heldBy: lease.holder,
    heldUntil: lease.expiresAt,
  });
}

/** The Lambda function of `POST /v1/cases/{caseId}/release`. */
export const handler = route(
  releaseCase,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    clock: systemClock,
  })),
  giveBack,
);
