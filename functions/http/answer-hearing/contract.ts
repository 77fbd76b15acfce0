import { ResponseAnswer } from '#domain/api/sender-views';
import { ResponseRequest } from '#domain/hearing';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/response`. */
export const answerHearing = {
  operationId: 'answerHearing',
  method: 'POST',
  path: '/v1/cases/{caseId}/response',
  summary: {
    en: 'Answer what you are heard on, with the access token from our message.',
    de: 'Stellung nehmen, wozu Sie gehört werden, mit dem Zugangstoken aus unserer Mitteilung.',
  },
  audience: 'case-token',
  needs: ['callers', 'senders:count', 'cases:read', 'cases:write', 'documents:write'],
  body: ResponseRequest,
  query: NoQuery,
  answers: { 202: ResponseAnswer },
} as const satisfies RouteContract;
