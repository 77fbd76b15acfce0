/** How much may be done: so many at once, and so many more each second. */
export interface Rate {
  readonly bucket: number;
  readonly refill: number;
}

/** A token bucket, as most quotas are (Step Functions Developer Guide, "Quotas related to API action throttling"). */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #at = 0;

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#tokens = rate.bucket;
  }

  /** Whether so much is left at that second. */
  holds(second: number, amount: number): boolean {
    this.#tokens = Math.min(this.#rate.bucket, this.#tokens + (second - this.#at) * this.#rate.refill);
    this.#at = second;
    return this.#tokens >= amount;
  }

  /** Takes it when it is left. */
  take(second: number, amount = 1): boolean {
    if (!this.holds(second, amount)) return false;
    this.#tokens -= amount;
    return true;
  }
}

/** So many in any 24 hours that follow each other. */
export class DailyQuota {
  readonly #most: number;
  /** How many were taken in each second that any were taken in, oldest first. */
  readonly #taken: { readonly second: number; count: number }[] = [];
  #sum = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one when one is left at that second. */
  take(second: number): boolean {
    for (let [first] = this.#taken; first !== undefined && first.second <= second - DAY; [first] = this.#taken) {
      this.#sum -= first.count;
      this.#taken.shift();
    }
    if (this.#sum >= this.#most) return false;
    const last = this.#taken.at(-1);
    if (last?.second === second) last.count += 1;
    else this.#taken.push({ second, count: 1 });
    this.#sum += 1;
    return true;
  }
}

const DAY = 86_400;
