import { CourtActionAnswer } from '#domain/api/sender-views';
import { CourtActionRequest } from '#domain/counter-notice';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/notices/{caseId}/court-action`. */
export const notifyCourtAction = {
  operationId: 'notifyCourtAction',
  method: 'POST',
  path: '/v1/notices/{caseId}/court-action',
  summary: {
    en: 'Notify a court action against whoever gave a counter-notice to your notice.',
    de: 'Ein gerichtliches Verfahren gegen die Person mitteilen, die eine Gegendarstellung zu Ihrer Meldung abgegeben hat.',
  },
  audience: 'case-token',
  needs: ['callers', 'senders:count', 'cases:read', 'cases:write', 'documents:write'],
  body: CourtActionRequest,
  query: NoQuery,
  answers: { 202: CourtActionAnswer },
} as const satisfies RouteContract;
