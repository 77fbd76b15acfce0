import { CaseStanding, ReleaseRequest } from '#domain/api/work';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/release`. */
export const releaseCase = {
  operationId: 'releaseCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/release',
  summary: {
    en: 'Release a case; a lead may release those of others.',
    de: 'Einen Fall freigeben; die Leitung darf auch fremde freigeben.',
  },
  audience: ['specialist', 'counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write'],
  body: ReleaseRequest.optional(),
  query: NoQuery,
  answers: { 200: CaseStanding },
} as const satisfies RouteContract;
