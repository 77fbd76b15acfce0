import { CaseStanding, ResumeRequest } from '#domain/api/work';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/resume`. */
export const resumeCase = {
  operationId: 'resumeCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/resume',
  summary: {
    en: 'Let a parked case go on at the stage where it stopped, send parked messages again, or send a draft.',
    de: 'Einen angehaltenen Fall dort fortsetzen, wo er stehen blieb, liegen gebliebene Mitteilungen erneut senden oder einen Entwurf versenden.',
  },
  audience: ['operator', 'lead'],
  needs: [
    'callers',
    'cases:read',
    'cases:write',
    'documents:read',
    'documents:write',
    'executions:status',
    'platform',
    'report-destinations',
  ],
  body: ResumeRequest.optional(),
  query: NoQuery,
  answers: { 202: CaseStanding },
} as const satisfies RouteContract;
