import type { CaseSummary, ListQuery } from '#domain/api/case-views';
import { shownState } from '#domain/api/shared';
import type { CaseRecord } from '#domain/case';
import { normalInstant } from '#domain/instant';
import { holderOf } from '#domain/lease';
import { maySeeCase } from '#domain/masking';
import type { Role } from '#domain/party';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { listCases } from './contract.ts';

/** What showing the queue needs. */
export interface ListCasesDependencies {
  readonly cases: Pick<CaseStore, 'listByDue'>;
  readonly clock: Clock;
}

/** Shows a page of the queue; a vendor sees its queues only, and nobody's name. */
export async function showQueue(
  { cases, clock }: ListCasesDependencies,
  { query, caller }: RouteRequest<undefined, ListQuery>,
): Promise<Answer> {
  const now = clock.now();
  const page = await cases.listByDue({
    closed: query.state === 'closed',
    state: query.state === 'closed' ? null : (query.state ?? null),
    legalBasis: query.legalBasis ?? null,
    owner: caller.role === 'vendor' ? null : (query.owner ?? null),
    now,
    dueBefore: query.due === undefined ? null : normalInstant(query.due),
    limit: query.limit,
    cursor: query.cursor ?? null,
    maySee: (record) => maySeeCase(caller.role, record),
  });
  const summaries = page.cases.map((record) => summaryOf(record, caller.role, now));
  return { status: 200, body: { cases: summaries, next: page.next } };
}

function summaryOf(record: CaseRecord, role: Role, now: string): CaseSummary {
  const { caseId, reference, legalBasis, nature, outcome, tier, queue, language } = record;
  const { receivedAt, dueAt, itemCount, undelivered, closedAt } = record;
  return {
    ...{ caseId, reference, legalBasis, nature, outcome, tier, queue, language },
    ...{ receivedAt, dueAt, itemCount, undelivered, closedAt },
    state: shownState(record),
    owner: role === 'vendor' ? null : holderOf(record.lease, now),
    danger: record.danger !== null && record.danger.acknowledgedAt === null,
  };
}

/** The Lambda function of `GET /v1/cases`. */
export const handler = route(
  listCases,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    clock: systemClock,
  })),
  showQueue,
);
