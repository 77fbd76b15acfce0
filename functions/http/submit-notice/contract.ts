import { NoticeReceipt } from '#domain/api/sender-views';
import { NoticeRequest } from '#domain/submission';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/notices`: a notice from anybody or from a trusted flagger. */
export const submitNotice = {
  operationId: 'submitNotice',
  method: 'POST',
  path: '/v1/notices',
  summary: {
    en: 'Submit a notice. What is missing in law is asked for later, not refused.',
    de: 'Eine Meldung einreichen. Was rechtlich fehlt, wird später erfragt und nicht abgewiesen.',
  },
  audience: ['public', 'trusted-flagger'],
  needs: ['callers', 'senders:count', 'cases:read', 'cases:create', 'documents:write', 'keys:make', 'public-url'],
  body: NoticeRequest,
  query: NoQuery,
  answers: { 202: NoticeReceipt },
} as const satisfies RouteContract;
