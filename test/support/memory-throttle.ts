import type { SenderLimit } from '../../domain/sender-limits.ts';
import type { Throttle } from '../../functions/ports/throttle.ts';

/** Counters in memory, with the windows of the real ones. */
export class MemoryThrottle implements Throttle {
  readonly counts = new Map<string, number>();
  readonly #now: () => string;

  constructor(now: () => string) {
    this.#now = now;
  }

  async take(key: string, { most, seconds }: SenderLimit): Promise<number | null> {
    const now = Math.floor(Date.parse(this.#now()) / 1000);
    const window = Math.floor(now / seconds);
    const name = `${key}/${window}`;
    const count = this.counts.get(name) ?? 0;
    if (count >= most) return (window + 1) * seconds - now;
    this.counts.set(name, count + 1);
    return null;
  }
}
