import { ErasureAnswer } from '#domain/api/erasure-views';
import { ErasureRequest } from '#domain/erasure';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/erasures`. */
export const erasePerson = {
  operationId: 'erasePerson',
  method: 'POST',
  path: '/v1/cases/{caseId}/erasures',
  summary: {
    en: 'Erase one person of a closed case on a ground; refused while a hold, a statutory period or a duty stands in the way.',
    de: 'Eine Person eines abgeschlossenen Falls aus einem Grund löschen; abgelehnt, solange Löschsperre, gesetzliche Frist oder Pflicht entgegenstehen.',
  },
  audience: ['counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write'],
  body: ErasureRequest,
  query: NoQuery,
  answers: { 202: ErasureAnswer },
} as const satisfies RouteContract;
