import type { Item } from '#domain/item';
import { PlatformUnavailableError } from '../ports/errors.ts';
import type { Platform } from '../ports/outside.ts';
import { inTurn } from './in-turn.ts';

/** The parts of items by id, null for those that the platform does not have; an item that it was not asked for is absent. */
export type KnownItems = ReadonlyMap<string, readonly string[] | null>;

/** Asks the platform which parts the items have, the first `most` of those that have a place there. */
export async function lookUpItems(
  platform: Pick<Platform, 'describe'>,
  items: readonly Pick<Item, 'itemId' | 'reference'>[],
  most: number,
): Promise<KnownItems> {
  const placed = items.flatMap(({ itemId, reference }) => (reference === null ? [] : [{ itemId, reference }]));
  const asked = placed.slice(0, most);
  const answers = await inTurn(asked, async ({ reference }) => {
    try {
      return (await platform.describe(reference))?.components ?? null;
    } catch (error) {
      if (error instanceof PlatformUnavailableError) return 'unreachable' as const;
      throw error;
    }
  });
  return new Map(
    asked.flatMap(({ itemId }, index): [string, readonly string[] | null][] => {
      const answer = answers[index];
      return answer === undefined || answer === 'unreachable' ? [] : [[itemId, answer]];
    }),
  );
}
