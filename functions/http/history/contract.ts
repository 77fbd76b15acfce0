import { CaseHistory } from '#domain/api/audit-views';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/cases/{caseId}/history`. */
export const readHistory = {
  operationId: 'readHistory',
  method: 'GET',
  path: '/v1/cases/{caseId}/history',
  summary: {
    en: 'What happened in a case: its audit and the events of its workflow. Each read is recorded.',
    de: 'Was in einem Fall geschah: sein Protokoll und die Ereignisse seines Workflows. Jeder Zugriff wird aufgezeichnet.',
  },
  audience: ['specialist', 'counsel', 'lead', 'auditor'],
  needs: ['callers', 'cases:read', 'audit:read', 'audit:append', 'executions:history', 'evidence:read', 'keys:use'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: CaseHistory },
} as const satisfies RouteContract;
