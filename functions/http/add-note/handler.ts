import type { NoteRequest } from '#domain/api/work';
import { NoteRow, noteKey } from '#domain/case-rows';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { addNote } from './contract.ts';

/** Keeps a note, encrypted with the case's secret. */
export async function keepNote(dependencies: TextDependencies, request: RouteRequest<NoteRequest>): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caller, body } = request;
  const { caseId } = await requestedCase(cases, request);
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'note', body);
  return await cases.change<Answer>(caseId, async () => {
    const number = (await cases.listRows(caseId, 'NOTE#', NoteRow)).length + 1;
    const note = { number, by: caller.subject, at: clock.now(), documentKey };
    const data = { number, role: caller.role, document: documentKey };
    const answer = { caseId, number };
    return {
      change: {
        events: [newEvent('note.added', actorOf(caller), data, { commitments: [commitment] })],
        rows: [{ key: noteKey(number), value: note, when: 'new' }],
        ...request.keeping(201, answer),
      },
      result: { status: 201, body: answer },
    };
  });
}

/** The Lambda function of `POST /v1/cases/{caseId}/notes`. */
export const handler = route(addNote, lazily(buildCaseWriting), keepNote);
