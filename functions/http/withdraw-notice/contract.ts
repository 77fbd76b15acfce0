import { CaseStatus, WithdrawalRequest } from '#domain/api/sender-views';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/notices/{caseId}/withdrawal`. */
export const withdrawNotice = {
  operationId: 'withdrawNotice',
  method: 'POST',
  path: '/v1/notices/{caseId}/withdrawal',
  summary: {
    en: 'Withdraw a notice.',
    de: 'Eine Meldung zurückziehen.',
  },
  audience: 'case-token',
  needs: ['callers', 'senders:count', 'cases:read', 'cases:write', 'documents:write'],
  body: WithdrawalRequest.optional(),
  query: NoQuery,
  answers: { 202: CaseStatus },
} as const satisfies RouteContract;
