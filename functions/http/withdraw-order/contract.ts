import { CaseStatus, WithdrawalRequest } from '#domain/api/sender-views';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/orders/{caseId}/withdrawal`. */
export const withdrawOrder = {
  operationId: 'withdrawOrder',
  method: 'POST',
  path: '/v1/orders/{caseId}/withdrawal',
  summary: {
    en: 'Withdraw or lift an order; what it restricted is restored.',
    de: 'Eine Anordnung zurücknehmen oder aufheben; was sie beschränkt hat, wird wiederhergestellt.',
  },
  audience: ['authority'],
  needs: [
    'callers',
    'authorities:read',
    'senders:count',
    'cases:read',
    'cases:write',
    'documents:write',
    'executions:status',
  ],
  body: WithdrawalRequest.optional(),
  query: NoQuery,
  answers: { 202: CaseStatus },
} as const satisfies RouteContract;
