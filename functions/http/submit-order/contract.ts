import { OrderReceipt } from '#domain/api/sender-views';
import { OrderRequest } from '#domain/submission';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/orders`: an order from the authority whose client it is. */
export const submitOrder = {
  operationId: 'submitOrder',
  method: 'POST',
  path: '/v1/orders',
  summary: {
    en: 'Submit an order; the answer holds a signed receipt over its exact bytes. The same bytes under the same reference are answered with the receipt of the first; other bytes are refused (409): amend that order.',
    de: 'Eine Anordnung einreichen; die Antwort enthält eine signierte Quittung über ihre genauen Bytes. Dieselben Bytes unter demselben Aktenzeichen werden mit der ersten Quittung beantwortet; andere werden abgelehnt (409): dann ist die Anordnung zu ändern.',
  },
  audience: ['authority'],
  needs: [
    'callers',
    'authorities:read',
    'senders:count',
    'cases:read',
    'cases:create',
    'documents:write',
    'keys:make',
    'public-url',
    'sign',
  ],
  body: OrderRequest,
  query: NoQuery,
  answers: { 202: OrderReceipt },
} as const satisfies RouteContract;
