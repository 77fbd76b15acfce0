import type { Actor } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { InformationRow, informationKey } from '#domain/case-rows';
import type { KeptInformation } from '#domain/submission';
import { commitTo } from '#runtime/commitment';
import { type Answer, problem } from '#runtime/problem';
import type { RouteRequest } from '#runtime/route';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { caseStatus } from './case-status.ts';
import { newEvent } from './events.ts';

/** What keeping information needs. */
export interface InformationDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows' | 'putRow'>;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key'>;
}

/** A piece of information or an amendment, and who sends it. */
export interface Piece {
  readonly caseId: string;
  readonly personId: 'sender' | 'authority';
  readonly actor: Actor;
  readonly content: KeptInformation;
}

/** The most pieces that one case takes. */
const MOST_PIECES = 100;

/**
 * Keeps a piece of information, and wakes a case that waits for it. A number is taken for each piece before its text
 * is kept, so that two pieces sent at once never overwrite each other.
 */
export async function keepInformation(
  dependencies: InformationDependencies,
  piece: Piece,
  request: Pick<RouteRequest, 'keeping'>,
): Promise<Answer> {
  const { cases, documents, vault } = dependencies;
  const { caseId, personId, content } = piece;
  const record = await cases.load(caseId);
  if (record === null || record.state === 'closed') return closed();
  const number = await takeNumber(cases, piece);
  if (number > MOST_PIECES) return problem(409, `A case takes at most ${MOST_PIECES} pieces of information.`);
  const documentKey = await documents.put(caseId, personId, `information/${number}`, content);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, content);
  return await cases.change<Answer>(caseId, (current) => {
    if (current.state === 'closed') return { result: closed() };
    const after = afterInformation(current, content);
    const body = caseStatus({ ...current, ...after.set, state: after.state }, personId);
    const data = { number, kind: content.kind, document: documentKey };
    const event = newEvent('information.received', piece.actor, data, { commitments: [commitment] });
    return {
      change: { ...after.change, set: after.set, events: [event], ...request.keeping(202, body) },
      result: { status: 202, body },
    };
  });
}

function closed(): Answer {
  return problem(409, 'The case is closed; submit a new demand.');
}

function afterInformation(
  record: CaseRecord,
  content: KeptInformation,
): {
  readonly state: CaseRecord['state'];
  readonly set: Partial<CaseRecord>;
  readonly change: Pick<CaseChange, 'transition' | 'outbox'>;
} {
  const answered = new Set(content.kind === 'information' ? Object.keys(content.information.answers) : []);
  const missing = record.missing.filter((element) => !answered.has(element));
  if (record.state !== 'awaiting-information') return { state: record.state, set: { missing }, change: {} };
  return {
    state: 'validating',
    set: { missing, informationDueAt: null, stage: 'validate' },
    change: { transition: 'resumeValidation', outbox: [{ kind: 'ring', doorbell: 'information' }] },
  };
}

async function takeNumber(
  cases: Pick<CaseStore, 'listRows' | 'putRow'>,
  { caseId, personId, content }: Piece,
): Promise<number> {
  const taken = await cases.listRows(caseId, 'INFORMATION#', InformationRow);
  for (let number = taken.length + 1; number <= MOST_PIECES; number += 1) {
    const documentKey = `${caseId}/${personId}/information/${number}`;
    const value = { number, kind: content.kind, at: content.at, documentKey };
    try {
      await cases.putRow(caseId, { key: informationKey(number), value, when: 'new' });
      return number;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
    }
  }
  return MOST_PIECES + 1;
}
