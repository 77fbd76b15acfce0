const LOCK_MS = 30_000;

/** The locks on identifiers: each for 30 s, or until its request is over. */
export class PuidLocks {
  readonly #until = new Map<string, { readonly until: number }>();

  /** Whether another request holds an identifier at `now` (epoch milliseconds). */
  holds(puid: string, now: number): boolean {
    return (this.#until.get(puid)?.until ?? 0) > now;
  }

  /** Locks identifiers; gives what unlocks those that were not locked anew meanwhile. */
  take(puids: readonly string[], now: number): () => void {
    const lock = { until: now + LOCK_MS };
    for (const puid of puids) this.#until.set(puid, lock);
    return () => {
      for (const puid of puids) if (this.#until.get(puid) === lock) this.#until.delete(puid);
    };
  }
}
