import { HoldAnswer } from '#domain/api/hold-views';
import { HoldReleaseRequest } from '#domain/hold';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/holds/{number}/release`. */
export const releaseHold = {
  operationId: 'releaseHold',
  method: 'POST',
  path: '/v1/cases/{caseId}/holds/{number}/release',
  summary: {
    en: 'Release a legal hold; what waited for it goes on.',
    de: 'Eine Löschsperre aufheben; was auf sie gewartet hat, geht weiter.',
  },
  audience: ['counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:write'],
  body: HoldReleaseRequest,
  query: NoQuery,
  answers: { 200: HoldAnswer },
} as const satisfies RouteContract;
