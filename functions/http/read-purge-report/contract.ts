import { SignedPurgeReport } from '#domain/purge-report';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/cases/{caseId}/purge-report`. */
export const readPurgeReport = {
  operationId: 'readPurgeReport',
  method: 'GET',
  path: '/v1/cases/{caseId}/purge-report',
  summary: {
    en: 'Read the signed report on what was erased once the time for keeping the case was over.',
    de: 'Den signierten Bericht darüber lesen, was nach Ablauf der Aufbewahrungszeit gelöscht wurde.',
  },
  audience: ['lead', 'auditor'],
  needs: ['callers', 'cases:read'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: SignedPurgeReport },
} as const satisfies RouteContract;
