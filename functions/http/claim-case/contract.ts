import { ClaimAnswer } from '#domain/api/work';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/claim`. */
export const claimCase = {
  operationId: 'claimCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/claim',
  summary: {
    en: 'Claim a case for ten minutes; claim again to keep it.',
    de: 'Einen Fall für zehn Minuten übernehmen; erneut übernehmen, um ihn zu behalten.',
  },
  audience: ['specialist', 'counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: ClaimAnswer },
} as const satisfies RouteContract;
