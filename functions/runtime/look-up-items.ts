import type { Item } from '#domain/item';
import { PlatformUnavailableError } from '../ports/errors.ts';
import type { Platform } from '../ports/outside.ts';
import { inTurn } from './in-turn.ts';

/** What the platform says of items, by id: known or not; an item that it was not asked for is absent. */
export type KnownItems = ReadonlyMap<string, boolean>;

/** Asks the platform whether it knows the items, the first `most` of those that have a place there. */
export async function lookUpItems(
  platform: Pick<Platform, 'describe'>,
  items: readonly Pick<Item, 'itemId' | 'reference'>[],
  most: number,
): Promise<KnownItems> {
  const placed = items.flatMap(({ itemId, reference }) => (reference === null ? [] : [{ itemId, reference }]));
  const asked = placed.slice(0, most);
  const answers = await inTurn(asked, async ({ reference }) => {
    try {
      return (await platform.describe(reference)) !== null;
    } catch (error) {
      if (error instanceof PlatformUnavailableError) return 'unreachable';
      throw error;
    }
  });
  return new Map(
    asked.flatMap(({ itemId }, index): [string, boolean][] => {
      const answer = answers[index];
      return typeof answer === 'boolean' ? [[itemId, answer]] : [];
    }),
  );
}
