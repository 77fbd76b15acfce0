/** Measures a stage: who came when, how many were there at once, how long the longest stay was. */
export class StageMeasure {
  readonly #since = new Map<number, number>();
  /** The most that were there at the end of a second. */
  peak = 0;
  /** Seconds of the longest stay that ended. */
  longest = 0;
  /** When the last one left, or null while nobody has. */
  through: number | null = null;
  /** How many left. */
  left = 0;

  /** Notes that one is there from `second` on. */
  enter(notice: number, second: number): void {
    if (!this.#since.has(notice)) this.#since.set(notice, second);
  }

  /** Notes that it went on. */
  leave(notice: number, second: number): void {
    const since = this.#since.get(notice);
    if (since === undefined) return;
    this.#since.delete(notice);
    this.longest = Math.max(this.longest, second - since);
    this.through = second;
    this.left += 1;
  }

  /** Notes the end of a second. */
  tick(): void {
    this.peak = Math.max(this.peak, this.#since.size);
  }
}
