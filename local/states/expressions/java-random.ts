const MULTIPLIER = 0x5deece66dn;
const ADDEND = 0xbn;
const MASK = (1n << 48n) - 1n;

/**
 * The first double of the 48-bit linear congruential generator that the Java documentation specifies for
 * `java.util.Random.nextDouble`, which `$random(seed)` on AWS follows: seed 42 gives 0.7275636800328681.
 */
export function javaRandom(seed: number): number {
  const start = (BigInt.asIntN(64, BigInt(Math.trunc(seed))) ^ MULTIPLIER) & MASK;
  const first = (start * MULTIPLIER + ADDEND) & MASK;
  const second = (first * MULTIPLIER + ADDEND) & MASK;
  const high = Number(first >> 22n);
  const low = Number(second >> 21n);
  return (high * 2 ** 27 + low) / 2 ** 53;
}
