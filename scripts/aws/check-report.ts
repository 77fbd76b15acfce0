import { setTimeout as delay } from 'node:timers/promises';

/** A table of named checks: each is printed as it ends, and counted. */
export class CheckReport {
  readonly #say: (line: string) => void;
  #passed = 0;
  #failed = 0;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Runs a check: what it throws is why it failed; a text it returns is printed beside its name. */
  async check(name: string, probe: () => Promise<string | undefined>): Promise<void> {
    try {
      const seen = await probe();
      this.#passed += 1;
      this.#say(`ok      ${name}${seen === undefined ? '' : ` (${seen})`}`);
    } catch (error) {
      this.#failed += 1;
      this.#say(`failed  ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** A line that is neither passed nor failed. */
  note(line: string): void {
    this.#say(line);
  }

  get failed(): number {
    return this.#failed;
  }

  /** The closing line. */
  summary(): string {
    return `${this.#passed} passed, ${this.#failed} failed`;
  }
}

/** @throws Error naming the differences, when there are any */
export function mustBeEmpty(differences: readonly string[]): void {
  if (differences.length > 0) throw new Error(differences.join('; '));
}

/** Tries again until `probe` no longer throws. @throws what it threw last, when the time has run out */
export async function eventually<T>(seconds: number, probe: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (Date.now() >= giveUpAt) throw error;
      await delay(500);
    }
  }
}
