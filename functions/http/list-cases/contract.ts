import { CaseList, ListQuery } from '#domain/api/case-views';
import { NoBody, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/cases`. */
export const listCases = {
  operationId: 'listCases',
  method: 'GET',
  path: '/v1/cases',
  summary: {
    en: 'The queue: cases by the tightest deadline of ours. state=needs-operator also lists closed cases of which a message could not be delivered.',
    de: 'Die Warteschlange: Fälle nach unserer engsten Frist. state=needs-operator nennt auch geschlossene Fälle, zu denen eine Mitteilung nicht zugestellt werden konnte.',
  },
  audience: ['specialist', 'counsel', 'lead', 'operator', 'auditor', 'vendor'],
  needs: ['callers', 'cases:list'],
  body: NoBody,
  query: ListQuery,
  answers: { 200: CaseList },
} as const satisfies RouteContract;
