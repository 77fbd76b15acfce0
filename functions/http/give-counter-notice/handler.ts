import { holidayCalendar } from '#adapters/holiday-calendar';
import type { CounterNoticeAnswer } from '#domain/api/sender-views';
import type { Calendar } from '#domain/calendar';
import { withClock } from '#domain/case-clocks';
import { deliveryKey } from '#domain/case-rows';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import {
  type CounterNoticeRequest,
  CounterNoticeRow,
  counterNoticeKey,
  type KeptCounterNotice,
  missingFrom,
  putBackWindow,
} from '#domain/counter-notice';
import { commitTo } from '#runtime/commitment';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { putBackTimer } from '#runtime/put-back-timer';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { CaseNotFoundError } from '../../ports/errors.ts';
import { CASE_SECRET, type DocumentStore } from '../../ports/vault.ts';
import { newEvent } from '../shared/events.ts';
import type { KeptText, TextDependencies } from '../shared/keep-text.ts';
import { caseOfToken, isUploader } from '../shared/requested-case.ts';
import { tellAgain } from '../shared/tell-again.ts';
import { refuseTooManyToCase, type ThrottlingDependencies } from '../shared/throttling.ts';
import { type Contested, type ContestedPorts, contestedBy } from './contested.ts';
import { giveCounterNotice } from './contract.ts';
import { copyDuty } from './copy-duty.ts';
import { lacking } from './lacking.ts';

type Request = RouteRequest<CounterNoticeRequest>;

/** What taking a counter-notice needs. */
export interface CounterNoticeDependencies extends TextDependencies, ThrottlingDependencies {
  readonly cases: TextDependencies['cases'] & ContestedPorts['cases'];
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly calendar: Calendar;
}

/**
 * Takes a counter-notice of whoever put up what a notice had removed. One that lacks something is asked for again by
 * name, and changes nothing. A whole one opens the window in which the content is put back, and owes the one who
 * complained a copy.
 */
export async function takeCounterNotice(dependencies: CounterNoticeDependencies, request: Request): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caseId, personId } = await caseOfToken(dependencies.vault, request, isUploader);
  const tooMany = await refuseTooManyToCase(dependencies, caseId, personId);
  if (tooMany !== null) return tooMany;
  const record = await cases.load(caseId);
  if (record === null) throw new CaseNotFoundError('unknown');
  const basis = findLegalBasis(record.legalBasis, record.legalBasisVersion);
  const rule = basis?.counterNotice;
  if (!basis || !rule) return problem(409, 'No counter-notice is possible on the legal basis of this case.');
  const missing = missingFrom(rule, request.body);
  if (missing.length > 0) return lacking(missing);
  const giving = { personId, items: request.body.items ?? [], now: clock.now() };
  const early = await contestedBy(dependencies, cases, record, giving);
  if ('status' in early) return early;
  const content: KeptCounterNotice = { ...request.body, at: giving.now };
  const kept = await keep(dependencies, caseId, personId, content);
  const window = putBackWindow(basis, rule, giving.now, dependencies.calendar);
  if (window === null) throw new Error(`${basis.id} has no clocks for a counter-notice`);
  const { notBefore, notAfter, putBackAt } = window;
  return await cases.change<Answer>(caseId, async (current, rows) => {
    const contested = await contestedBy(dependencies, rows, current, giving);
    if ('status' in contested) return { result: contested };
    const number = (await rows.listRows(caseId, counterNoticeKey(), CounterNoticeRow)).length + 1;
    const copy = copyDuty(current, basis, contested.decisionId, number, giving.now);
    const window = { notBefore: notBefore.dueAt, notAfter: notAfter.dueAt, putBackAt };
    const row = rowOf(contested, { number, personId, receivedAt: giving.now, ...window }, copy.deliveryId, kept);
    const { reference } = current;
    const { itemIds } = row;
    const answer: CounterNoticeAnswer = { caseId, reference, number, receivedAt: giving.now, itemIds, ...window };
    const again = tellAgain(current, giveCounterNotice.operationId, 'counter-notice').change;
    const actor = { kind: 'sender', id: personId } as const;
    const data = { number, personId, decisionId: row.decisionId, items: itemIds.length, document: row.documentKey };
    const { deliveryId, kind } = copy;
    return {
      change: {
        ...again,
        set: { ...again.set, clocks: withClock(withClock(current.clocks, notBefore), notAfter) },
        events: [
          newEvent('counter-notice.received', actor, data, { commitments: [kept.commitment] }),
          newEvent('delivery.owed', actor, { deliveryId, kind }),
          ...again.events,
        ],
        rows: [
          { key: counterNoticeKey(number), value: row, when: 'new' },
          { key: deliveryKey(deliveryId), value: copy, when: 'new' },
        ],
        outbox: [putBackTimer(caseId, putBackAt), ...again.outbox],
        ...request.keeping(202, answer),
      },
      result: { status: 202, body: answer },
    };
  });
}

function rowOf(
  { decisionId, itemIds }: Contested,
  facts: Pick<CounterNoticeRow, 'number' | 'personId' | 'receivedAt' | 'notBefore' | 'notAfter' | 'putBackAt'>,
  copyId: string,
  { documentKey }: KeptText,
): CounterNoticeRow {
  return { ...facts, decisionId, itemIds: [...itemIds], state: 'waiting', copyId, documentKey };
}

async function keep(
  { documents, vault, ids }: TextDependencies,
  caseId: string,
  personId: string,
  content: KeptCounterNotice,
): Promise<KeptText> {
  const documentKey = await documents.put(caseId, personId, `counter-notices/${ids.id('counter-notice')}`, content);
  return { documentKey, commitment: commitTo(await vault.key(caseId, CASE_SECRET), documentKey, content) };
}

/** The Lambda function of `POST /v1/notices/{caseId}/counter-notice`. */
export const handler = route(
  giveCounterNotice,
  lazily(() => ({ ...buildCaseWriting(), calendar: holidayCalendar() })),
  takeCounterNotice,
);
