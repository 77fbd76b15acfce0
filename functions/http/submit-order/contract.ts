import { OrderReceipt } from '#domain/api/sender-views';
import { OrderRequest } from '#domain/submission';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/orders`: an order from the authority whose client it is. */
export const submitOrder = {
  operationId: 'submitOrder',
  method: 'POST',
  path: '/v1/orders',
  summary: {
    en: 'Submit an order; the answer holds a signed receipt over its exact bytes.',
    de: 'Eine Anordnung einreichen; die Antwort enthält eine signierte Quittung über ihre genauen Bytes.',
  },
  audience: ['authority'],
  needs: ['callers', 'cases:read', 'cases:create', 'documents:write', 'keys:make', 'public-url', 'sign'],
  body: OrderRequest,
  query: NoQuery,
  answers: { 202: OrderReceipt },
} as const satisfies RouteContract;
