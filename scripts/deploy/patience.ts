import { setTimeout as delay } from 'node:timers/promises';

/** A pause between looks that throws when `seconds` have passed since it was made. */
export function patience(seconds: number, between = 2_000): () => Promise<void> {
  const giveUpAt = Date.now() + seconds * 1_000;
  return async () => {
    if (Date.now() >= giveUpAt) throw new Error(`nothing more happened within ${seconds} s`);
    await delay(between);
  };
}
