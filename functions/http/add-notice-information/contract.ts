import { CaseStatus } from '#domain/api/sender-views';
import { InformationRequest } from '#domain/submission';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/notices/{caseId}/information`. */
export const addNoticeInformation = {
  operationId: 'addNoticeInformation',
  method: 'POST',
  path: '/v1/notices/{caseId}/information',
  summary: {
    en: 'Add what was asked for: answers by element, and items.',
    de: 'Erfragtes nachreichen: Antworten je Angabe und Inhalte.',
  },
  audience: 'case-token',
  needs: ['callers', 'senders:count', 'cases:read', 'cases:write', 'documents:write'],
  body: InformationRequest,
  query: NoQuery,
  answers: { 202: CaseStatus },
} as const satisfies RouteContract;
