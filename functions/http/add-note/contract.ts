import { NoteAnswer, NoteRequest } from '#domain/api/work';
import { NoQuery, type RouteContract } from '../../ports/route-contract.ts';

/** `POST /v1/cases/{caseId}/notes`. */
export const addNote = {
  operationId: 'addNote',
  method: 'POST',
  path: '/v1/cases/{caseId}/notes',
  summary: {
    en: 'Add a note for colleagues.',
    de: 'Eine Notiz für Kolleginnen und Kollegen hinzufügen.',
  },
  audience: ['specialist', 'counsel', 'lead'],
  needs: ['callers', 'cases:read', 'cases:write', 'documents:write'],
  body: NoteRequest,
  query: NoQuery,
  answers: { 201: NoteAnswer },
} as const satisfies RouteContract;
