import { CaseStanding } from '#domain/api/work';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/resume`. */
export const resumeCase = {
  operationId: 'resumeCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/resume',
  summary: {
    en: 'Let a parked case go on at the stage where it stopped.',
    de: 'Einen angehaltenen Fall dort fortsetzen, wo er stehen blieb.',
  },
  audience: ['operator', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'executions:read'],
  body: NoBody,
  query: NoQuery,
  answers: { 202: CaseStanding },
} as const satisfies RouteContract;
