import { DecisionAnswer, ReversalRequest } from '#domain/api/work';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/reversal`. */
export const reverseDecision = {
  operationId: 'reverseDecision',
  method: 'POST',
  path: '/v1/cases/{caseId}/reversal',
  summary: {
    en: 'Take back the restrictions of a case; everybody told before is told.',
    de: 'Die Beschränkungen eines Falls zurücknehmen; alle zuvor Benachrichtigten erfahren davon.',
  },
  audience: ['counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:read', 'documents:write', 'executions:status', 'platform'],
  body: ReversalRequest,
  query: NoQuery,
  answers: { 202: DecisionAnswer },
} as const satisfies RouteContract;
