import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/cases/{caseId}/messages/{deliveryId}/paper`. */
export const readPaper = {
  operationId: 'readPaper',
  method: 'GET',
  path: '/v1/cases/{caseId}/messages/{deliveryId}/paper',
  summary: {
    en: 'A message of a case as it was sent, set as PDF for whoever asks for paper. Each read is recorded.',
    de: 'Eine Nachricht eines Falls, wie sie versandt wurde, als PDF für alle, die Papier brauchen. Jeder Zugriff wird aufgezeichnet.',
  },
  audience: ['specialist', 'counsel', 'lead', 'auditor'],
  needs: ['callers', 'cases:read', 'audit:append', 'documents:read'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: null },
  mediaType: 'application/pdf',
} as const satisfies RouteContract;
