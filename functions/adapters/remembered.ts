import { plus } from '#domain/instant';
import type { Clock } from '../ports/clock.ts';

/** What was asked for stays for some minutes, so that it is asked for once, however many ask at the same moment. */
export class Remembered<T> {
  readonly #clock: Clock;
  readonly #minutes: number;
  readonly #most: number;
  readonly #kept = new Map<string, { readonly value: Promise<T>; readonly until: string }>();

  /** `most` entries at a time, each for `minutes`. */
  constructor(clock: Clock, limits: { readonly minutes: number; readonly most: number }) {
    this.#clock = clock;
    this.#minutes = limits.minutes;
    this.#most = limits.most;
  }

  /** What is remembered under the name, else what `ask` brings; a failure is not remembered. */
  get(name: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name);
    if (kept !== undefined && this.#clock.now() < kept.until) return kept.value;
    if (this.#kept.size >= this.#most) this.#kept.clear();
    const value = ask();
    this.#kept.set(name, { value, until: plus(this.#clock.now(), { minutes: this.#minutes }) });
    value.catch(() => this.#forget(name, value));
    return value;
  }

  #forget(name: string, value: Promise<T>): void {
    if (this.#kept.get(name)?.value === value) this.#kept.delete(name);
  }
}
