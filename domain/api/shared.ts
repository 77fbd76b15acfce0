import * as z from 'zod';
import { ComputedClock } from '../clock.ts';
import { CaseState } from '../lifecycle.ts';

/** The state of a case as shown: parked cases show as `needs-operator`. */
export const ShownState = z.enum([...CaseState.options, 'needs-operator']).meta({ id: 'CaseState' });
export type ShownState = z.infer<typeof ShownState>;

/** A clock with its computation. */
export const ClockView = ComputedClock.meta({ id: 'Clock' });

/** The state of a record as shown to those who work on it. */
export function shownState(record: { readonly state: CaseState; readonly parked: unknown }): ShownState {
  return record.parked === null ? record.state : 'needs-operator';
}
