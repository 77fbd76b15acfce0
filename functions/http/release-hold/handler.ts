import type { HoldAnswer } from '#domain/api/hold-views';
import { ErasureRow, erasedPersons, erasureKey } from '#domain/erasure';
import { type HoldReleaseRequest, HoldRow, holdKey } from '#domain/hold';
import { erasureTimer } from '#runtime/erasure-timer';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { releaseHold } from './contract.ts';

/** Releases a hold that stands, and has it looked at once what was to be erased meanwhile. */
export async function liftHold(
  dependencies: TextDependencies,
  request: RouteRequest<HoldReleaseRequest>,
): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caller, body } = request;
  const { caseId } = await requestedCase(cases, request);
  const number = Number(request.params['number']);
  const known = (await cases.listRows(caseId, holdKey(), HoldRow)).some((hold) => hold.number === number);
  if (!known) return UNKNOWN;
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'hold', body);
  return await cases.change<Answer>(caseId, async (_record, rows) => {
    const hold = (await rows.listRows(caseId, holdKey(), HoldRow)).find((row) => row.number === number);
    if (hold === undefined) return { result: UNKNOWN };
    if (hold.released !== null) return { result: problem(409, `Hold ${number} was released before.`) };
    const erased = [...erasedPersons(await rows.listRows(caseId, erasureKey(), ErasureRow)).keys()];
    const { matter } = hold;
    const at = clock.now();
    const answer: HoldAnswer = { caseId, number, matter, erased };
    const value: HoldRow = { ...hold, released: { by: caller.subject, at, documentKey } };
    const data = { number, matter, role: caller.role, document: documentKey };
    return {
      change: {
        events: [newEvent('hold.released', actorOf(caller), data, { commitments: [commitment] })],
        rows: [{ key: holdKey(number), value, when: 'replace' }],
        outbox: [erasureTimer(caseId, at)],
        ...request.keeping(200, answer),
      },
      result: { status: 200, body: answer },
    };
  });
}

const UNKNOWN = problem(404, 'The case has no hold of that number.');

/** The Lambda function of `POST /v1/cases/{caseId}/holds/{number}/release`. */
export const handler = route(releaseHold, lazily(buildCaseWriting), liftHold);
