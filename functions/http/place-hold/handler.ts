import type { HoldAnswer } from '#domain/api/hold-views';
import { ErasureRow, erasedPersons, erasureKey } from '#domain/erasure';
import { type HoldRequest, HoldRow, holdKey, standingHolds } from '#domain/hold';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { placeHold } from './contract.ts';

/**
 * Places a hold on a case, open or closed. An erasure that has begun is not undone by it: the answer names those whom it
 * concerns. One that was only recorded waits until the hold is released.
 */
export async function keepHold(dependencies: TextDependencies, request: RouteRequest<HoldRequest>): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caller, body } = request;
  const { caseId } = await requestedCase(cases, request);
  const { matter, reason } = body;
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'hold', { reason });
  return await cases.change<Answer>(caseId, async (_record, rows) => {
    const holds = await rows.listRows(caseId, holdKey(), HoldRow);
    const twin = standingHolds(holds).find((hold) => hold.matter === matter);
    if (twin !== undefined) return { result: problem(409, `Hold ${twin.number} stands for the matter ${matter}.`) };
    const erased = [...erasedPersons(await rows.listRows(caseId, erasureKey(), ErasureRow)).keys()];
    const number = holds.length + 1;
    const answer: HoldAnswer = { caseId, number, matter, erased };
    const hold = { number, matter, placedBy: caller.subject, placedAt: clock.now(), documentKey, released: null };
    const data = { number, matter, role: caller.role, document: documentKey };
    return {
      change: {
        events: [newEvent('hold.placed', actorOf(caller), data, { commitments: [commitment] })],
        rows: [{ key: holdKey(number), value: hold, when: 'new' }],
        ...request.keeping(201, answer),
      },
      result: { status: 201, body: answer },
    };
  });
}

/** The Lambda function of `POST /v1/cases/{caseId}/holds`. */
export const handler = route(placeHold, lazily(buildCaseWriting), keepHold);
