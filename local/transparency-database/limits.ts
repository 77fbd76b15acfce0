const PER_SECOND = 200;
const PER_MINUTE = 12_000;
const ANONYMOUS_PER_MINUTE = 100;

/** Counts requests in the windows of the database's limits. */
export class RequestLimits {
  readonly #windows = new Map<string, { start: number; count: number }>();

  /** Whether a request at `now` (epoch milliseconds) is one too many for whoever makes it. */
  exceededBy(authenticated: boolean, now: number): boolean {
    if (!authenticated) return this.#count('anonymous', 60_000, now) > ANONYMOUS_PER_MINUTE;
    const second = this.#count('second', 1_000, now) > PER_SECOND;
    return this.#count('minute', 60_000, now) > PER_MINUTE || second;
  }

  #count(name: string, length: number, now: number): number {
    const start = now - (now % length);
    const window = this.#windows.get(name);
    const count = window?.start === start ? window.count + 1 : 1;
    this.#windows.set(name, { start, count });
    return count;
  }
}
