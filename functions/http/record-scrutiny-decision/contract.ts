import { ScrutinyAnswer } from '#domain/api/work';
import { ScrutinyDecision } from '#domain/scrutiny';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/scrutiny-decision`. */
export const recordScrutinyDecision = {
  operationId: 'recordScrutinyDecision',
  method: 'POST',
  path: '/v1/cases/{caseId}/scrutiny-decision',
  summary: {
    en: 'Record what the authority of the establishment found; where the order infringes, what it restricted is put back at once.',
    de: 'Festhalten, was die Behörde des Sitzes festgestellt hat; bei einem Verstoß wird sofort wiederhergestellt.',
  },
  audience: ['counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:read', 'documents:write', 'executions:status'],
  body: ScrutinyDecision,
  query: NoQuery,
  answers: { 202: ScrutinyAnswer },
} as const satisfies RouteContract;
