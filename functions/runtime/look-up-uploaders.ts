import type { ContentReference } from '#domain/item';
import { PlatformUnavailableError } from '../ports/errors.ts';
import type { Platform, PlatformItem } from '../ports/outside.ts';
import { inTurn } from './in-turn.ts';

/** Who put an item up, as the platform says. */
export type Uploader = PlatformItem['uploader'];

/** Who put items up, and whether the platform answered for all of them; what it does not have, nobody put up. */
export interface FoundUploaders {
  readonly uploaders: readonly Uploader[];
  readonly complete: boolean;
}

/** Asks the platform who put the items up; each person is named once. Nothing of it is kept. */
export async function lookUpUploaders(
  platform: Pick<Platform, 'describe'>,
  references: readonly ContentReference[],
): Promise<FoundUploaders> {
  const answers = await inTurn(references, async (reference) => {
    try {
      return (await platform.describe(reference))?.uploader ?? null;
    } catch (error) {
      if (error instanceof PlatformUnavailableError) return 'unreachable' as const;
      throw error;
    }
  });
  const found = answers.flatMap((answer) => (answer === null || answer === 'unreachable' ? [] : [answer]));
  const uploaders = [...new Map(found.map((uploader) => [uploader.id, uploader])).values()];
  return { uploaders, complete: !answers.includes('unreachable') };
}

/** The platform as one act sees it: each item is asked for once, however many ask. */
export function describingOnce(platform: Pick<Platform, 'describe'>): Pick<Platform, 'describe'> {
  const asked = new Map<string, ReturnType<Platform['describe']>>();
  return {
    describe: (reference) => {
      const key = `${reference.kind}/${reference.id}`;
      const answer = asked.get(key) ?? platform.describe(reference);
      asked.set(key, answer);
      return answer;
    },
  };
}
