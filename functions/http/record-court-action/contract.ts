import { CourtActionAnswer } from '#domain/api/sender-views';
import { CourtActionRequest } from '#domain/counter-notice';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/court-action`. */
export const courtActionOfCase = {
  operationId: 'recordCourtAction',
  method: 'POST',
  path: '/v1/cases/{caseId}/court-action',
  summary: {
    en: 'Record a court action that reached us in another way: what a counter-notice names is not put back.',
    de: 'Ein gerichtliches Verfahren festhalten, das uns auf anderem Weg mitgeteilt wurde: Was eine Gegendarstellung nennt, bleibt beschränkt.',
  },
  audience: ['specialist', 'counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:write'],
  body: CourtActionRequest,
  query: NoQuery,
  answers: { 202: CourtActionAnswer },
} as const satisfies RouteContract;
