import { DocsQuery } from '#domain/api/docs';
import { NoBody, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /notice`. */
export const readForm = {
  operationId: 'readForm',
  method: 'GET',
  path: '/notice',
  summary: {
    en: 'The public form for notices and the status page of a notice, for people in a browser.',
    de: 'Das öffentliche Meldeformular und die Statusseite einer Meldung, für Menschen in einem Browser.',
  },
  audience: 'anybody',
  needs: ['platform-identity'],
  body: NoBody,
  query: DocsQuery,
  answers: { 200: null },
  mediaType: 'text/html',
} as const satisfies RouteContract;
