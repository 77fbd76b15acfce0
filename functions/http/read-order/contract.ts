import { CaseStatus } from '#domain/api/sender-views';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/orders/{caseId}`. */
export const readOrder = {
  operationId: 'readOrder',
  method: 'GET',
  path: '/v1/orders/{caseId}',
  summary: {
    en: 'See how an order stands.',
    de: 'Den Stand einer Anordnung ansehen.',
  },
  audience: ['authority'],
  needs: ['callers', 'authorities:read', 'cases:read'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: CaseStatus },
} as const satisfies RouteContract;
