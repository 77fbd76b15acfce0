import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../ports/clock.ts';

/** The clock of the machine the function runs on. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
};
