import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** The most bytes of a bundle in one answer: a function's answer ends at 6 MB, of which Base64 takes a quarter. */
export const MOST_BUNDLE_BYTES = 4_200_000;

/** `GET /v1/cases/{caseId}/evidence`. */
export const readEvidence = {
  operationId: 'readEvidence',
  method: 'GET',
  path: '/v1/cases/{caseId}/evidence',
  summary: {
    en: 'The evidence of a case as a zip file that can be verified offline. Each read is recorded.',
    de: 'Die Beweise eines Falls als Zip-Datei, die sich offline prüfen lässt. Jeder Zugriff wird aufgezeichnet.',
  },
  audience: ['specialist', 'counsel', 'lead', 'auditor'],
  needs: [
    'callers',
    'cases:read',
    'audit:read',
    'audit:append',
    'executions:history',
    'evidence:read',
    'documents:read',
    'sign',
    'public-url',
  ],
  body: NoBody,
  query: NoQuery,
  answers: { 200: null },
  mediaType: 'application/zip',
} as const satisfies RouteContract;
