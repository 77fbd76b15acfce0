import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /assets/{file}`. */
export const readAsset = {
  operationId: 'readAsset',
  method: 'GET',
  path: '/assets/{file}',
  summary: {
    en: 'A script or a style sheet of the web pages, compressed by gzip.',
    de: 'Ein Skript oder eine Formatvorlage der Webseiten, mit gzip gepackt.',
  },
  audience: 'anybody',
  needs: [],
  body: NoBody,
  query: NoQuery,
  answers: { 200: null },
  mediaType: 'text/javascript',
} as const satisfies RouteContract;
