import { CaseStatus } from '#domain/api/sender-views';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/notices/{caseId}`. */
export const readNotice = {
  operationId: 'readNotice',
  method: 'GET',
  path: '/v1/notices/{caseId}',
  summary: {
    en: 'See how a notice stands.',
    de: 'Den Stand einer Meldung ansehen.',
  },
  audience: 'case-token',
  needs: ['callers', 'cases:read', 'keys:use'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: CaseStatus },
} as const satisfies RouteContract;
