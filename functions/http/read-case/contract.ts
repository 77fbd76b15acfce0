import { CaseView } from '#domain/api/case-views';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/cases/{caseId}`. */
export const readCase = {
  operationId: 'readCase',
  method: 'GET',
  path: '/v1/cases/{caseId}',
  summary: {
    en: 'A case with its items, clocks, decision and messages. Each read is recorded.',
    de: 'Ein Fall mit Inhalten, Fristen, Entscheidung und Mitteilungen. Jeder Zugriff wird aufgezeichnet.',
  },
  audience: ['specialist', 'counsel', 'lead', 'operator', 'auditor', 'vendor'],
  needs: ['callers', 'cases:read', 'documents:read', 'executions:name', 'audit:append'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: CaseView },
} as const satisfies RouteContract;
