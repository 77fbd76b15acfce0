import { CaseStanding } from '#domain/api/work';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/danger-acknowledgement`. */
export const acknowledgeDanger = {
  operationId: 'acknowledgeDanger',
  method: 'POST',
  path: '/v1/cases/{caseId}/danger-acknowledgement',
  summary: {
    en: 'Take up a signal of danger, so that paging stops.',
    de: 'Ein Gefahrensignal übernehmen, damit die Alarmierung endet.',
  },
  audience: ['specialist', 'counsel', 'lead', 'operator'],
  needs: ['callers', 'cases:read', 'cases:write'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: CaseStanding },
} as const satisfies RouteContract;
