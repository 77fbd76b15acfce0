import type { ResponseAnswer } from '#domain/api/sender-views';
import type { CaseRecord } from '#domain/case';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { detectDanger } from '#domain/danger';
import {
  countingAnswer,
  HeardRow,
  heardKey,
  isLate,
  type KeptResponse,
  MOST_ANSWERS,
  missingFrom,
  type ResponseRequest,
  ResponseRow,
  responseKey,
  takesAnswer,
} from '#domain/hearing';
import { commitTo } from '#runtime/commitment';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import type { CaseRows, OutboxEntry } from '../../ports/case-store.ts';
import { CaseNotFoundError } from '../../ports/errors.ts';
import { CASE_SECRET } from '../../ports/vault.ts';
import { dangerPart } from '../shared/danger.ts';
import { newEvent } from '../shared/events.ts';
import type { KeptText, TextDependencies } from '../shared/keep-text.ts';
import { caseOfToken, isUploader } from '../shared/requested-case.ts';
import { refuseTooManyToCase, type ThrottlingDependencies } from '../shared/throttling.ts';
import { answerHearing } from './contract.ts';

type Request = RouteRequest<ResponseRequest>;

/**
 * Takes the answer of somebody who is heard. The first whole one in time counts, later ones add to it; one that comes too
 * late, or lacks what the law asks for, is kept and shown all the same, and whoever sent it is told.
 */
export async function takeResponse(
  dependencies: TextDependencies & ThrottlingDependencies,
  request: Request,
): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caseId, personId } = await caseOfToken(dependencies.vault, request, isUploader);
  const tooMany = await refuseTooManyToCase(dependencies, caseId, personId);
  if (tooMany !== null) return tooMany;
  const record = await cases.load(caseId);
  if (record === null) throw new CaseNotFoundError('unknown');
  await demandHeard(cases, caseId, personId);
  const full = await refuseMore(cases, record, personId, request.body);
  if (full !== null) return full;
  const now = clock.now();
  const content: KeptResponse = { ...request.body, at: now };
  const kept = await keep(dependencies, caseId, personId, content);
  const signals = detectDanger([request.body.explanation ?? '']);
  return await cases.change<Answer>(caseId, async (current, rows) => {
    const more = await refuseMore(rows, current, personId, request.body);
    if (more !== null) return { result: more };
    const before = await rows.listRows(caseId, responseKey(), ResponseRow);
    const row = responseRow(current, personId, content, kept, before.length + 1);
    const danger = await dangerPart(rows, current, signals, now);
    const body = answerOf(current, row, before);
    const { number, position, late, missing } = row;
    const data = { number, personId, position, late, missing, document: row.documentKey };
    const actor = { kind: 'sender', id: personId } as const;
    return {
      change: {
        set: danger.set,
        events: [newEvent('response.received', actor, data, { commitments: [kept.commitment] }), ...danger.events],
        rows: [{ key: responseKey(number), value: row, when: 'new' }, ...danger.rows],
        outbox: [...ringing(current), ...danger.outbox],
        ...request.keeping(202, body),
      },
      result: { status: 202, body },
    };
  });
}

/** @throws CaseNotFoundError for whoever is not heard in this case: it does not exist for them */
async function demandHeard(rows: Pick<CaseRows, 'listRows'>, caseId: string, personId: string): Promise<void> {
  const heard = await rows.listRows(caseId, heardKey(), HeardRow);
  if (heard.every((row) => row.personId !== personId)) throw new CaseNotFoundError('not heard');
}

async function refuseMore(
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  personId: string,
  answer: ResponseRequest,
): Promise<Answer | null> {
  const responses = await rows.listRows(record.caseId, responseKey(), ResponseRow);
  const given = responses.filter((row) => row.personId === personId);
  const isWhole = lackedBy(record, answer).length === 0;
  if (takesAnswer(given, isWhole)) return null;
  const left = given.length < MOST_ANSWERS ? ' The last is kept for one that lacks nothing.' : '';
  return problem(409, `A case takes at most ${MOST_ANSWERS} answers of one person.${left}`);
}

function lackedBy({ legalBasis, legalBasisVersion }: CaseRecord, answer: ResponseRequest): ResponseRow['missing'] {
  const rule = findLegalBasis(legalBasis, legalBasisVersion)?.hearing;
  return missingFrom({ objectionNeeds: rule?.objectionNeeds ?? 'nothing' }, answer);
}

async function keep(
  { documents, vault, ids }: TextDependencies,
  caseId: string,
  personId: string,
  content: KeptResponse,
): Promise<KeptText> {
  const documentKey = await documents.put(caseId, personId, `responses/${ids.id('response')}`, content);
  return { documentKey, commitment: commitTo(await vault.key(caseId, CASE_SECRET), documentKey, content) };
}

function responseRow(
  record: CaseRecord,
  personId: string,
  content: KeptResponse,
  { documentKey }: KeptText,
  number: number,
): ResponseRow {
  const { position, passOnDetails, at } = content;
  const missing = lackedBy(record, content);
  const late = !record.hearing || isLate(record.hearing, at);
  return { number, personId, at, position, missing, late, passOnDetails, documentKey };
}

function answerOf(
  { caseId, reference, hearing }: CaseRecord,
  row: ResponseRow,
  before: readonly ResponseRow[],
): ResponseAnswer {
  const { number, at, late, missing, personId } = row;
  const counts = countingAnswer([...before, row], personId)?.number === number;
  return {
    caseId,
    reference,
    number,
    receivedAt: at,
    late,
    missing,
    counts,
    answerUntil: hearing?.answerUntil ?? null,
  };
}

/** Whoever waits for an answer is woken by each; the step that wakes judges whether it is enough. */
function ringing({ state }: CaseRecord): OutboxEntry[] {
  return state === 'awaiting-response' ? [{ kind: 'ring', doorbell: 'response' }] : [];
}

/** The Lambda function of `POST /v1/cases/{caseId}/response`. */
export const handler = route(answerHearing, lazily(buildCaseWriting), takeResponse);
