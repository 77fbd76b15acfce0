import { CaseStatus } from '#domain/api/sender-views';
import { InformationRequest } from '#domain/submission';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/orders/{caseId}/information`. */
export const addOrderInformation = {
  operationId: 'addOrderInformation',
  method: 'POST',
  path: '/v1/orders/{caseId}/information',
  summary: {
    en: 'Add what was asked for about an order.',
    de: 'Erfragtes zu einer Anordnung nachreichen.',
  },
  audience: ['authority'],
  needs: ['callers', 'authorities:read', 'senders:count', 'cases:read', 'cases:write', 'documents:write'],
  body: InformationRequest,
  query: NoQuery,
  answers: { 202: CaseStatus },
} as const satisfies RouteContract;
