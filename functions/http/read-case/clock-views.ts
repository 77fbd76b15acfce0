import type { CaseView } from '#domain/api/case-views';
import type { CaseRecord } from '#domain/case';
import { BatchRow } from '#domain/case-rows';
import { basisOfCase } from '#domain/catalogue/catalogue';
import { clockOutcomes, type OutcomeFacts } from '#domain/clock-outcome';
import { ApprovalRecord, type DecisionRecord } from '#domain/decision';
import { Delivery } from '#domain/delivery';
import { clocksFor } from '#domain/masking';
import type { Role } from '#domain/party';
import type { CaseRows } from '../../ports/case-store.ts';

/** The clocks of a case that a role may see, each with how it stands at `now` (RFC 3339) as far as the case shows it. */
export async function clockViews(
  cases: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  decisions: readonly DecisionRecord[],
  role: Role,
  now: string,
): Promise<CaseView['clocks']> {
  const facts = await outcomeFacts(cases, record, decisions);
  const rules = basisOfCase(record)?.clocks ?? [];
  return clockOutcomes(clocksFor(role, record.clocks), rules, facts, now);
}

async function outcomeFacts(
  cases: Pick<CaseRows, 'listRows'>,
  { caseId, closedAt }: CaseRecord,
  decisions: readonly DecisionRecord[],
): Promise<OutcomeFacts> {
  const restricting = decisions.findLast(({ effect }) => effect === 'restrict');
  const [approvals, deliveries, batches] = await Promise.all([
    cases.listRows(caseId, 'APPROVAL#', ApprovalRecord),
    cases.listRows(caseId, 'DELIVERY#', Delivery),
    restricting === undefined ? [] : cases.listRows(caseId, `BATCH#${restricting.decisionId}#`, BatchRow),
  ]);
  const restricted = batches.flatMap(({ items }) => items);
  return { closed: closedAt !== null, decisions, approvals, deliveries, restricted };
}
