import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** Whatever no other route takes: answered with a problem document, 404 or 405. */
export const notFound = {
  operationId: 'notFound',
  method: 'GET',
  path: '$default',
  summary: { en: 'No such route.', de: 'Diese Adresse gibt es nicht.' },
  audience: 'anybody',
  needs: [],
  body: NoBody,
  query: NoQuery,
  answers: {},
} as const satisfies RouteContract;
