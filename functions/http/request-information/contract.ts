import { InformationDemand, InformationDemandAnswer } from '#domain/api/work';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/information-requests`. */
export const requestInformation = {
  operationId: 'requestInformation',
  method: 'POST',
  path: '/v1/cases/{caseId}/information-requests',
  summary: {
    en: 'Ask the sender for elements that are missing; review goes on.',
    de: 'Fehlende Angaben beim Absender erfragen; die Prüfung läuft weiter.',
  },
  audience: ['specialist', 'counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:read', 'documents:write', 'platform'],
  body: InformationDemand,
  query: NoQuery,
  answers: { 202: InformationDemandAnswer },
} as const satisfies RouteContract;
