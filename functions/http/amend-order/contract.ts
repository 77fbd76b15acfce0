import { CaseStatus } from '#domain/api/sender-views';
import { AmendmentRequest } from '#domain/submission';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/orders/{caseId}/amendment`. */
export const amendOrder = {
  operationId: 'amendOrder',
  method: 'POST',
  path: '/v1/orders/{caseId}/amendment',
  summary: {
    en: 'Amend or clarify an order.',
    de: 'Eine Anordnung ändern oder klarstellen.',
  },
  audience: ['authority'],
  needs: ['callers', 'authorities:read', 'senders:count', 'cases:read', 'cases:write', 'documents:write'],
  body: AmendmentRequest,
  query: NoQuery,
  answers: { 202: CaseStatus },
} as const satisfies RouteContract;
