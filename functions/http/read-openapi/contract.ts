import * as z from 'zod';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /openapi.json`. */
export const readOpenapi = {
  operationId: 'readOpenapi',
  method: 'GET',
  path: '/openapi.json',
  summary: {
    en: 'This description of the interface.',
    de: 'Diese Beschreibung der Schnittstelle.',
  },
  audience: 'anybody',
  needs: [],
  body: NoBody,
  query: NoQuery,
  answers: { 200: z.looseObject({ openapi: z.string() }) },
} as const satisfies RouteContract;
