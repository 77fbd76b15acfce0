import { historyName, openHistory } from '#adapters/history-archive';
import { type CaseHistory, type HistoryEvent, NamedMessage } from '#domain/api/audit-views';
import type { AuditEvent } from '#domain/audit-event';
import { auditSentence } from '#domain/audit-words';
import { deliveryKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { systemClock } from '#runtime/clock';
import { type HistoryDependencies, historiesOf, type RunEvent } from '#runtime/execution-histories';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuditLog } from '../../parts/audit-log.ts';
import { buildCases } from '../../parts/cases.ts';
import { buildEvidence } from '../../parts/evidence.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { recordReading } from '../shared/reading.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { readHistory } from './contract.ts';

/** What showing a history needs. */
export interface ReadHistoryDependencies extends HistoryDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'listRows'>;
  readonly audit: Pick<AuditLog, 'read' | 'append'>;
  readonly clock: Clock;
}

/** The most bytes of execution events in one answer: a function's answer ends at 6 MB. */
const MOST_EXECUTION_BYTES = 3_000_000;

/** Shows what happened in a case, once the read is recorded. */
export async function showHistory(dependencies: ReadHistoryDependencies, request: RouteRequest): Promise<Answer> {
  const { cases, audit } = dependencies;
  const record = await requestedCase(cases, request);
  await recordReading(dependencies, request.caller, record.caseId, 'history');
  const [stored, deliveries, runs] = await Promise.all([
    audit.read(record.caseId),
    cases.listRows(record.caseId, deliveryKey(''), Delivery),
    historiesOf(dependencies, record),
  ]);
  const messages = new Map(deliveries.map((delivery) => [delivery.deliveryId, NamedMessage.parse(delivery)]));
  const execution = newestThatFit(runs);
  const body: CaseHistory = {
    events: stored.map(({ event }) => lineOf(event, messages)),
    execution: [...execution],
    executionLeftOut: runs.length - execution.length,
  };
  return { status: 200, body };
}

function lineOf(event: AuditEvent, messages: ReadonlyMap<string, NamedMessage>): HistoryEvent {
  const { seq, at, actor, type, reason, data, hash } = event;
  const named = messageIdsOf(data).flatMap((deliveryId) => messages.get(deliveryId) ?? []);
  return { seq, at, actor, type, reason, data, text: auditSentence(type, data), messages: named, hash };
}

/** The ids of the messages that an event names: one, or those that became due together. */
function messageIdsOf({ deliveryId, deliveries }: AuditEvent['data']): readonly string[] {
  if (typeof deliveryId === 'string') return [deliveryId];
  return Array.isArray(deliveries) ? deliveries : [];
}

function newestThatFit(events: readonly RunEvent[]): readonly RunEvent[] {
  let bytes = 0;
  const first = events.findLastIndex((event) => {
    bytes += Buffer.byteLength(JSON.stringify(event));
    return bytes > MOST_EXECUTION_BYTES;
  });
  return events.slice(first + 1);
}

/** The Lambda function of `GET /v1/cases/{caseId}/history`. */
export const handler = route(
  readHistory,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    audit: buildAuditLog(),
    executions: buildExecutions(),
    evidence: buildEvidence(),
    vault: buildVault(),
    archive: { nameOf: historyName, open: openHistory },
    clock: systemClock,
  })),
  showHistory,
);
