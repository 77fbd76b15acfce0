import type { NoteRequest } from '#domain/api/work';
import { NoteRow, noteKey } from '#domain/case-rows';
import { systemClock } from '#runtime/clock';
import { commitTo } from '#runtime/commitment';
import { randomIds } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { addNote } from './contract.ts';

/** What keeping a note needs. */
export interface NoteDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Keeps a note, encrypted with the case's secret. */
export async function keepNote(dependencies: NoteDependencies, request: RouteRequest<NoteRequest>): Promise<Answer> {
  const { cases, documents, vault, clock, ids } = dependencies;
  const { caller, body } = request;
  const { caseId } = await requestedCase(cases, request);
  const documentKey = await documents.put(caseId, CASE_SECRET, `notes/${ids.id('note')}`, body);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, body);
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
export const handler = route(
  addNote,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    vault: buildVault(),
    clock: systemClock,
    ids: randomIds,
  })),
  keepNote,
);
