import type { CaseSummary, ListQuery } from '#domain/api/case-views';
import { shownState } from '#domain/api/shared';
import type { CaseRecord } from '#domain/case';
import { normalInstant } from '#domain/instant';
import { maySeeCase } from '#domain/masking';
import type { Role } from '#domain/party';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { listCases } from './contract.ts';

/** Shows a page of the queue; a vendor sees its queues only, and nobody's name. */
export async function showQueue(
  { cases }: { readonly cases: Pick<CaseStore, 'listByDue'> },
  { query, caller }: RouteRequest<undefined, ListQuery>,
): Promise<Answer> {
  const page = await cases.listByDue({
    closed: query.state === 'closed',
    state: query.state === 'closed' ? null : (query.state ?? null),
    legalBasis: query.legalBasis ?? null,
    owner: caller.role === 'vendor' ? null : (query.owner ?? null),
    dueBefore: query.due === undefined ? null : normalInstant(query.due),
    limit: query.limit,
    cursor: query.cursor ?? null,
    maySee: (record) => maySeeCase(caller.role, record),
  });
  return { status: 200, body: { cases: page.cases.map((record) => summaryOf(record, caller.role)), next: page.next } };
}

function summaryOf(record: CaseRecord, role: Role): CaseSummary {
  const { caseId, reference, legalBasis, nature, outcome, tier, queue, language } = record;
  const { receivedAt, dueAt, itemCount, undelivered, closedAt } = record;
  return {
    ...{ caseId, reference, legalBasis, nature, outcome, tier, queue, language },
    ...{ receivedAt, dueAt, itemCount, undelivered, closedAt },
    state: shownState(record),
    owner: role === 'vendor' ? null : (record.lease?.holder ?? null),
    danger: record.danger !== null && record.danger.acknowledgedAt === null,
  };
}

/** The Lambda function of `GET /v1/cases`. */
export const handler = route(
  listCases,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
  })),
  showQueue,
);
