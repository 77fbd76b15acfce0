import { HoldAnswer } from '#domain/api/hold-views';
import { HoldRequest } from '#domain/hold';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/holds`. */
export const placeHold = {
  operationId: 'placeHold',
  method: 'POST',
  path: '/v1/cases/{caseId}/holds',
  summary: {
    en: 'Place a legal hold for a matter: nothing of the case is erased until it is released.',
    de: 'Eine Löschsperre für ein Verfahren setzen: Bis zu ihrer Aufhebung wird nichts vom Fall gelöscht.',
  },
  audience: ['counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:write'],
  body: HoldRequest,
  query: NoQuery,
  answers: { 201: HoldAnswer },
} as const satisfies RouteContract;
