import { DocsQuery } from '#domain/api/docs';
import { NoBody, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /docs`. */
export const readDocs = {
  operationId: 'readDocs',
  method: 'GET',
  path: '/docs',
  summary: {
    en: 'This description as a page for people.',
    de: 'Diese Beschreibung als Seite für Menschen.',
  },
  audience: 'anybody',
  needs: [],
  body: NoBody,
  query: DocsQuery,
  answers: { 200: null },
  mediaType: 'text/html',
} as const satisfies RouteContract;
