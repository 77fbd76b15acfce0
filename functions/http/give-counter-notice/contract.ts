import { CounterNoticeAnswer } from '#domain/api/sender-views';
import { CounterNoticeRequest } from '#domain/counter-notice';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/notices/{caseId}/counter-notice`. */
export const giveCounterNotice = {
  operationId: 'giveCounterNotice',
  method: 'POST',
  path: '/v1/notices/{caseId}/counter-notice',
  summary: {
    en: 'Give a counter-notice to what a notice had removed, with the access token from our message.',
    de: 'Eine Gegendarstellung zu dem abgeben, was auf eine Meldung hin entfernt wurde, mit dem Zugangstoken aus unserer Mitteilung.',
  },
  audience: 'case-token',
  needs: ['callers', 'senders:count', 'cases:read', 'cases:write', 'documents:read', 'documents:write'],
  body: CounterNoticeRequest,
  query: NoQuery,
  answers: { 202: CounterNoticeAnswer },
} as const satisfies RouteContract;
