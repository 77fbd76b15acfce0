/** Holds notices until their second comes. */
export class Agenda {
  readonly #due = new Map<number, number[]>();
  #size = 0;

  /** How many it holds. */
  get size(): number {
    return this.#size;
  }

  /** Keeps a notice until `second`. */
  add(notice: number, second: number): void {
    const due = this.#due.get(second);
    if (due === undefined) this.#due.set(second, [notice]);
    else due.push(notice);
    this.#size += 1;
  }

  /** Gives out those whose second this is, in the order they came in. */
  take(second: number): readonly number[] {
    const due = this.#due.get(second) ?? [];
    this.#due.delete(second);
    this.#size -= due.length;
    return due;
  }

  /** All that it holds. */
  held(): readonly number[] {
    return [...this.#due.values()].flat();
  }
}
