import type { CaseRecord } from '#domain/case';
import { plus } from '#domain/instant';
import { allows, stateAfter } from '#domain/lifecycle';
import type { CaseChange, CaseRows, Decide } from '../ports/case-store.ts';
import { TransitionRefusedError } from '../ports/errors.ts';

/** Minutes after which an open case that nothing changed is looked at by the sweep. */
export const WATCH_MINUTES = 30;

/** The record after a change, its audit head still that of before. @throws TransitionRefusedError */
export function changed(before: CaseRecord, change: CaseChange, at: string): CaseRecord {
  const { transition } = change;
  if (!isAllowed(change, before)) {
    throw new TransitionRefusedError(`${transition} is not allowed from ${before.state}`);
  }
  return {
    ...before,
    watchAt: plus(at, { minutes: WATCH_MINUTES }),
    ...change.set,
    state: transition === undefined ? before.state : stateAfter(transition),
    version: before.version + 1,
  };
}

/** The change decided on a record that may be out of date; null when it has to be decided anew on a fresh one. */
export async function changeOnSeen<T>(
  decide: Decide<T>,
  record: CaseRecord,
  rows: CaseRows,
): Promise<{ readonly change: CaseChange; readonly result: T } | null> {
  try {
    const decided = await decide(record, rows);
    return 'change' in decided && isAllowed(decided.change, record) ? decided : null;
  } catch {
    // What is wrong with the case as it is now is thrown again when it is decided anew.
    return null;
  }
}

function isAllowed({ transition }: CaseChange, { state }: CaseRecord): boolean {
  return transition === undefined || allows(transition, state);
}
