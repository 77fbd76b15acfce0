import { PublicKeys } from '#domain/api/audit-views';
import { NoBody, NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `GET /v1/audit/keys`. */
export const readAuditKeys = {
  operationId: 'readAuditKeys',
  method: 'GET',
  path: '/v1/audit/keys',
  summary: {
    en: 'The public keys against which evidence is verified.',
    de: 'Die öffentlichen Schlüssel, gegen die Beweise geprüft werden.',
  },
  audience: 'anybody',
  needs: ['public-keys'],
  body: NoBody,
  query: NoQuery,
  answers: { 200: PublicKeys },
} as const satisfies RouteContract;
