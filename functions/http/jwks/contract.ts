import { PublicKeys } from '#domain/api/audit-views';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /.well-known/jwks.json`. */
export const readSigningKeys = {
  operationId: 'readSigningKeys',
  method: 'GET',
  path: '/.well-known/jwks.json',
  summary: {
    en: 'The public keys of receipts and seals.',
    de: 'Die öffentlichen Schlüssel der Quittungen und Siegel.',
  },
  audience: 'anybody',
  needs: ['public-keys'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: PublicKeys },
} as const satisfies RouteContract;
