import type { CourtActionAnswer } from '#domain/api/sender-views';
import type { Actor } from '#domain/audit-event';
import {
  CounterNoticeRow,
  type CourtActionRequest,
  CourtActionRow,
  counterNoticeKey,
  courtActionKey,
} from '#domain/counter-notice';
import { plus } from '#domain/instant';
import { type Answer, problem } from '#runtime/problem';
import type { RouteRequest } from '#runtime/route';
import type { CaseRows } from '../../ports/case-store.ts';
import { newEvent } from './events.ts';
import { keepText, type TextDependencies } from './keep-text.ts';

/**
 * Records that a court action was notified: what the counter-notices that wait name is not put back then. Whoever comes
 * after it was put back, or without any that waits, is told so.
 */
export async function recordCourtAction(
  dependencies: TextDependencies,
  caseId: string,
  request: RouteRequest<CourtActionRequest>,
  actor: Actor,
): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { body } = request;
  if (body.filedOn > lastDayAnywhere(clock.now())) return NOT_FILED;
  if ((await waiting(cases, caseId, body)).length === 0) return NONE_WAITS;
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'court-action', body);
  return await cases.change<Answer>(caseId, async ({ reference }, rows) => {
    const stopped = await waiting(rows, caseId, body);
    if (stopped.length === 0) return { result: NONE_WAITS };
    const number = (await rows.listRows(caseId, courtActionKey(), CourtActionRow)).length + 1;
    const at = clock.now();
    const counterNotices = stopped.map((row) => row.number);
    const answer: CourtActionAnswer = { caseId, reference, number, receivedAt: at, counterNotices };
    const value: CourtActionRow = { number, at, by: actor.id, counterNotices, documentKey };
    const data = { number, counterNotices: counterNotices.map(String), document: documentKey };
    return {
      change: {
        events: [newEvent('court-action.received', actor, data, { commitments: [commitment] })],
        rows: [
          { key: courtActionKey(number), value, when: 'new' },
          ...stopped.map((row) => ({
            key: counterNoticeKey(row.number),
            value: { ...row, state: 'stopped' },
            when: 'replace' as const,
          })),
        ],
        ...request.keeping(202, answer),
      },
      result: { status: 202, body: answer },
    };
  });
}

/** The date where the day is furthest on (ISO 8601). */
const lastDayAnywhere = (now: string): string => plus(now, { hours: 14 }).slice(0, 10);

const NOT_FILED = problem(400, 'A court action counts once it was filed.', [
  { path: 'filedOn', message: 'is a day that has not come yet' },
]);

const NONE_WAITS = problem(
  409,
  'No counter-notice waits for a court action: none was given, or it is settled already.',
);

async function waiting(
  rows: Pick<CaseRows, 'listRows'>,
  caseId: string,
  { counterNotice }: CourtActionRequest,
): Promise<readonly CounterNoticeRow[]> {
  const all = await rows.listRows(caseId, counterNoticeKey(), CounterNoticeRow);
  return all.filter(({ state, number }) => state === 'waiting' && number === (counterNotice ?? number));
}
