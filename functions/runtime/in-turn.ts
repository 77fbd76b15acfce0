/** How many calls run at once. */
const AT_ONCE = 16;
/** Calls in a row that found nobody there, after which the rest of a batch is not tried. */
const GIVE_UP_AFTER = 3;

/**
 * Calls `act` for each of `things`, a few at a time, and gives the results in order; `unreachable` stands for one that
 * was not tried, or whose call gave it. After some of these in a row the rest is not tried.
 */
export async function inTurn<T, R>(
  things: readonly T[],
  act: (thing: T) => Promise<R | 'unreachable'>,
): Promise<readonly (R | 'unreachable')[]> {
  const results: (R | 'unreachable')[] = things.map(() => 'unreachable' as const);
  let next = 0;
  let inARow = 0;
  const worker = async (): Promise<void> => {
    while (next < things.length && inARow < GIVE_UP_AFTER) {
      const index = next;
      next += 1;
      for (const thing of things.slice(index, index + 1)) {
        const result = await act(thing);
        results[index] = result;
        inARow = result === 'unreachable' ? inARow + 1 : 0;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, things.length) }, worker));
  return results;
}
