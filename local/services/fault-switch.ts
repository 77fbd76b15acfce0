import * as z from 'zod';

/** How a stand-in misbehaves: for so many requests, or until an instant, or until told otherwise. */
export const Faults = z.strictObject({
  mode: z.enum(['none', 'slow', 'unanswered', '500', '429']),
  times: z.int().positive().nullable().default(null),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type Faults = z.infer<typeof Faults>;

/** The fault that a stand-in was set to, and how many requests it has met. */
export class FaultSwitch {
  #faults: Faults = { mode: 'none', times: null, until: null };
  #met = 0;

  /** Sets another fault. */
  set(faults: Faults): void {
    this.#faults = faults;
    this.#met = 0;
  }

  /** The fault as it was set, and how often it was met. */
  shown(): Faults & { readonly met: number } {
    return { ...this.#faults, met: this.#met };
  }

  /** The fault in force at `now` (epoch milliseconds), counted as met once more. */
  next(now: number): Faults['mode'] {
    const { mode, times, until } = this.#faults;
    if ((until !== null && Date.parse(until) <= now) || (times !== null && this.#met >= times)) return 'none';
    this.#met += 1;
    return mode;
  }
}
