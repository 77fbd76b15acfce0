import { ComplaintReceipt } from '#domain/api/sender-views';
import { ComplaintRequest } from '#domain/complaint';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/notices/{caseId}/complaint`. */
export const giveComplaint = {
  operationId: 'giveComplaint',
  method: 'POST',
  path: '/v1/notices/{caseId}/complaint',
  summary: {
    en: 'Complain of a decision that you were informed of, with your access token of its case; somebody else decides.',
    de: 'Sich über eine Entscheidung beschweren, über die Sie unterrichtet wurden, mit Ihrem Zugangstoken zu deren Fall; es entscheidet jemand anderes.',
  },
  audience: 'case-token',
  needs: [
    'callers',
    'senders:count',
    'cases:read',
    'cases:create',
    'documents:read',
    'documents:write',
    'keys:make',
    'public-url',
  ],
  body: ComplaintRequest,
  query: NoQuery,
  answers: { 202: ComplaintReceipt },
} as const satisfies RouteContract;
