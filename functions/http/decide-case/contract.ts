import { DecisionAnswer } from '#domain/api/work';
import { DecisionRequest } from '#domain/decision';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/decision`. */
export const decideCase = {
  operationId: 'decideCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/decision',
  summary: {
    en: 'Decide a case under a lease.',
    de: 'Einen übernommenen Fall entscheiden.',
  },
  audience: ['specialist', 'counsel'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:read', 'documents:write', 'platform'],
  body: DecisionRequest,
  query: NoQuery,
  answers: { 200: DecisionAnswer },
} as const satisfies RouteContract;
