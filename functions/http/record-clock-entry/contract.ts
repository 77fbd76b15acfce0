import { ClockEntryAnswer } from '#domain/api/work';
import { ClockEntryRequest } from '#domain/clock-entry';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/clock-entries`. */
export const recordClockEntry = {
  operationId: 'recordClockEntry',
  method: 'POST',
  path: '/v1/cases/{caseId}/clock-entries',
  summary: {
    en: 'Enter what changed a clock of a case: a pause, an extension, a new beginning, as far as the law knows it.',
    de: 'Eintragen, was eine Frist eines Falls geändert hat: Unterbrechung, Verlängerung, Neubeginn, soweit das Recht es kennt.',
  },
  audience: ['counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:read', 'documents:write', 'platform'],
  body: ClockEntryRequest,
  query: NoQuery,
  answers: { 201: ClockEntryAnswer },
} as const satisfies RouteContract;
