import type { CaseRecord } from '#domain/case';
import { claimLease, holderOf, leaseHolds } from '#domain/lease';
import { systemClock } from '#runtime/clock';
import { randomIds } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { acknowledged } from '../shared/danger.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { refusePartial } from '../shared/impartial.ts';
import { refuseOutsideReview } from '../shared/outside-review.ts';
import { caseIdOf } from '../shared/requested-case.ts';
import { claimCase } from './contract.ts';

/** What claiming needs. */
export interface ClaimDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Gives the caller the lease of a case, or extends it; whoever claims it anew takes up its signal of danger too. */
export async function takeLease({ cases, clock, ids }: ClaimDependencies, request: RouteRequest): Promise<Answer> {
  const { caller } = request;
  return await cases.change<Answer>(caseIdOf(request), async (record, rows) => {
    const now = clock.now();
    // Whoever works on a case keeps it while what was added to it is looked at.
    const isHolder = record.state !== 'closed' && holderOf(record.lease, now) === caller.subject;
    // Nobody keeps from others what they may not decide themselves.
    const refused = isHolder ? null : (refuseOutsideReview(record) ?? (await refusePartial(rows, record, caller)));
    if (refused !== null) return { result: refused };
    const claim = { leaseId: ids.id('lease'), holder: caller.subject, holderRole: caller.role, now };
    const claimed = claimLease(record.lease, claim);
    if (claimed.kind !== 'held') return { result: heldByAnother(record) };
    const { lease } = claimed;
    const extended = leaseHolds(record.lease, now);
    const taken = newEvent(extended ? 'lease.extended' : 'case.claimed', actorOf(caller), {
      role: caller.role,
      until: lease.expiresAt,
    });
    // Whoever works on the case already may not have seen what came in meanwhile.
    const danger = extended ? NOTHING : acknowledged(record, caller, now);
    const answer = { leaseId: lease.leaseId, expiresAt: lease.expiresAt };
    return {
      change: {
        set: { lease, ...danger.set },
        events: [taken, ...danger.events],
        ...request.keeping(200, answer),
      },
      result: { status: 200, body: answer },
    };
  });
}

const NOTHING = { set: {}, events: [] };

function heldByAnother({ lease }: CaseRecord): Answer {
  const holder = lease?.holder ?? null;
  const until = lease?.expiresAt ?? null;
  return problem(409, `${holder} works on this case until ${until}.`, [], { heldBy: holder, heldUntil: until });
}

/** The Lambda function of `POST /v1/cases/{caseId}/claim`. */
export const handler = route(
  claimCase,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    clock: systemClock,
    ids: randomIds,
  })),
  takeLease,
);
