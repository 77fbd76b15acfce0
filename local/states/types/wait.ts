import type { WaitState } from '../definition.ts';
import { QueryEvaluationFailure } from '../errors.ts';
import { recordEvaluationFailure } from '../evaluation-failure.ts';
import { type Exit, leaveState } from '../exit.ts';
import { evaluateTyped } from '../expressions/evaluate.ts';
import { type Frame, isoTime } from '../frame.ts';
import { payloadOf } from '../payload.ts';

const OFFSET_DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const MAX_SECONDS = 99_999_999;

/** Waits a number of seconds after it was entered, or until a timestamp; the clock of the runtime decides. */
export async function runWait(frame: Frame, state: WaitState): Promise<Exit> {
  let dueAt: number;
  try {
    dueAt =
      state.Seconds === undefined ? await timestamp(frame, state.Timestamp) : await afterSeconds(frame, state.Seconds);
  } catch (error) {
    if (!(error instanceof QueryEvaluationFailure)) throw error;
    throw recordEvaluationFailure(frame, error, undefined, false);
  }
  const { clock } = frame.execution.services;
  if (dueAt > clock.now()) await frame.park<void>((resolve) => clock.setTimer(dueAt, resolve));
  return leaveState(frame, 'Wait', state, { fallback: frame.current?.input ?? payloadOf({}) });
}

async function afterSeconds(frame: Frame, template: number | string): Promise<number> {
  const seconds = Number(await evaluateTyped(template, 'Seconds', 'number', frame.bindings({})));
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_SECONDS) {
    throw new QueryEvaluationFailure(
      `The Seconds field must be an integer between 0 and ${MAX_SECONDS} but was: ${seconds}`,
      'Seconds',
    );
  }
  return (frame.current?.enteredAt ?? 0) + seconds * 1000;
}

async function timestamp(frame: Frame, template: unknown): Promise<number> {
  const text = String(await evaluateTyped(template, 'Timestamp', 'string', frame.bindings({})));
  const day = OFFSET_DATE_TIME.exec(text)?.[1] ?? '';
  const instant = isDay(day) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new QueryEvaluationFailure(
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
      'Timestamp',
    );
  }
  return instant;
}

/** Date.parse takes 30 February for 1 March; AWS refuses it. */
function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && isoTime(midnight).startsWith(day);
}
