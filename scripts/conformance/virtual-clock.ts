import type { LocalClock } from '#local/ports';

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to jump to its next timer. */
export class VirtualClock implements LocalClock {
  private instant: number;
  private readonly timers = new Set<Timer>();

  constructor(start: number) {
    this.instant = start;
  }

  now(): number {
    return this.instant;
  }

  setTimer(dueAt: number, callback: () => void): () => void {
    const timer = { dueAt, callback };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Jumps to the earliest timer and fires it; false when there is none. */
  fireNext(): boolean {
    const [next] = [...this.timers].sort((left, right) => left.dueAt - right.dueAt);
    if (next === undefined) return false;
    this.timers.delete(next);
    this.instant = Math.max(this.instant, next.dueAt);
    next.callback();
    return true;
  }
}
