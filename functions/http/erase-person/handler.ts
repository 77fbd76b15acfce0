import { holidayCalendar } from '#adapters/holiday-calendar';
import type { ErasureAnswer } from '#domain/api/erasure-views';
import type { Calendar } from '#domain/calendar';
import { PersonRow, personKey } from '#domain/case-rows';
import { type ErasureRequest, ErasureRow, erasureKey } from '#domain/erasure';
import { obstaclesTo } from '#domain/erasure-obstacles';
import { obstacleInWords } from '#domain/erasure-words';
import { plus } from '#domain/instant';
import { systemClock } from '#runtime/clock';
import { erasureFacts } from '#runtime/erasure-facts';
import { erasureTimer } from '#runtime/erasure-timer';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { basisOf } from '../../legal-removal/shared/load-case.ts';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { erasePerson } from './contract.ts';

/** What recording an erasure needs. */
export interface ErasePersonDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** Hours after which it is looked whether an erasure was carried out, should the first timer have been lost. */
const HOURS_UNTIL_CHECKED = 1;

/**
 * Records that a person is to be erased; the function of the timers carries it out. The same is asked for again where
 * that did not happen: the answer is the same, and it is tried anew.
 */
export async function recordErasure(
  dependencies: ErasePersonDependencies,
  request: RouteRequest<ErasureRequest>,
): Promise<Answer> {
  const { cases, calendar, clock } = dependencies;
  const { caller, body } = request;
  const { personId, ground, reference } = body;
  const { caseId } = await requestedCase(cases, request);
  return await cases.change<Answer>(caseId, async (record, rows) => {
    const person = await rows.readRow(caseId, personKey(personId), PersonRow);
    if (person === null) return { result: problem(404, 'The case has no person of that id.') };
    const now = clock.now();
    const erasures = await rows.listRows(caseId, erasureKey(), ErasureRow);
    const known = erasures.find((row) => row.personIds.includes(personId));
    if (known?.destroyedAt) return { result: problem(409, `${personId} was erased by erasure ${known.number}.`) };
    const obstacles =
      known === undefined ? obstaclesTo(await erasureFacts(rows, record, basisOf(record)), calendar, now) : [];
    if (obstacles.length > 0) return { result: refusal(obstacles) };
    const value: ErasureRow = known ?? {
      ...{ number: erasures.length + 1, personIds: [personId], whole: false, ground, reference, by: caller.subject },
      ...{ recordedAt: now, state: 'recorded', destroyedAt: null, backupsUntil: null },
    };
    const { number, state } = value;
    const answer: ErasureAnswer = { caseId, number, personId, state };
    const data = { number, personId, ground: value.ground, reference: value.reference, role: caller.role };
    return {
      change: {
        events: [newEvent('erasure.recorded', actorOf(caller), data)],
        rows: [{ key: erasureKey(number), value, when: known === undefined ? 'new' : 'replace' }],
        outbox: [erasureTimer(caseId, now), erasureTimer(caseId, plus(now, { hours: HOURS_UNTIL_CHECKED }))],
        ...request.keeping(202, answer),
      },
      result: { status: 202, body: answer },
    };
  });
}

function refusal(obstacles: ReturnType<typeof obstaclesTo>): Answer {
  const faults = obstacles.map((one) => ({ path: one.kind, message: `${obstacleInWords(one, 'en')}.` }));
  return problem(
    409,
    'Nothing of this case can be erased now: "errors" says what stands in the way, and until when.',
    faults,
  );
}

/** The Lambda function of `POST /v1/cases/{caseId}/erasures`. */
export const handler = route(
  erasePerson,
  lazily(() => ({ verifier: buildVerifier(), cases: buildCases(), calendar: holidayCalendar(), clock: systemClock })),
  recordErasure,
);
