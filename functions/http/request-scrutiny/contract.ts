import { ScrutinyAnswer } from '#domain/api/work';
import { ScrutinyRequest } from '#domain/scrutiny';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/scrutiny-request`. */
export const requestScrutiny = {
  operationId: 'requestScrutiny',
  method: 'POST',
  path: '/v1/cases/{caseId}/scrutiny-request',
  summary: {
    en: 'Ask the authority of the establishment to scrutinise a removal order of another state.',
    de: 'Die Behörde des Sitzes um Überprüfung der Entfernungsanordnung eines anderen Staats ersuchen.',
  },
  audience: ['counsel'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:read', 'documents:write', 'platform'],
  body: ScrutinyRequest,
  query: NoQuery,
  answers: { 202: ScrutinyAnswer },
} as const satisfies RouteContract;
