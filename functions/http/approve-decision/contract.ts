import { ApprovalAnswer } from '#domain/api/work';
import { ApprovalRequest } from '#domain/decision';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/approval`. */
export const approveDecision = {
  operationId: 'approveDecision',
  method: 'POST',
  path: '/v1/cases/{caseId}/approval',
  summary: {
    en: 'Approve, return or cancel the decision of somebody else.',
    de: 'Die Entscheidung einer anderen Person freigeben, zurückgeben oder verwerfen.',
  },
  audience: ['counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:write'],
  body: ApprovalRequest,
  query: NoQuery,
  answers: { 200: ApprovalAnswer },
} as const satisfies RouteContract;
