import { comparable, digitsIn, readings, withoutSpaces, wordsIn } from './comparable-text.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { TextIndex } from './text-index.ts';
import { SHORTEST_VALUE } from './written-forms.ts';

/** What leaves the house: a message and, by name, whatever else travels with it (file names, metadata, text layers). */
export interface OutgoingMessage extends RenderedMessage {
  readonly extras?: Readonly<Record<string, string>>;
}

/** From this length on a value is also found inside a word, and with spaces put into it. */
const LONG_VALUE = 8;

/**
 * How a text and what is looked for in it are made comparable: as they read, without spaces, as digits to dial, or as
 * words alone.
 */
export type Shape = 'plain' | 'withoutSpaces' | 'digits' | 'words';

/** The shortest value that is looked for in a text of each shape, in characters. */
export const SHORTEST: Readonly<Record<Shape, number>> = {
  plain: SHORTEST_VALUE,
  withoutSpaces: LONG_VALUE,
  digits: 7,
  words: SHORTEST_VALUE,
};

/** One reading of one text of a message, in one shape. */
export interface Haystack {
  readonly place: string;
  readonly index: TextIndex;
  readonly shape: Shape;
}

function stringsOfJson(json: unknown): readonly string[] {
  if (typeof json === 'string' || typeof json === 'number') return [String(json)];
  if (Array.isArray(json)) return json.flatMap(stringsOfJson);
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, inner]) => [name, ...stringsOfJson(inner)]);
}

/** Which shapes of a text are needed besides those in which every value is looked for. */
export interface LookedFor {
  readonly digits: boolean;
  readonly people: boolean;
}

/** Every text of a message in all its readings and shapes; as digits and as words only where such are looked for. */
export function haystacksOf(message: OutgoingMessage, lookedFor: LookedFor): readonly Haystack[] {
  const places: readonly (readonly [string, string])[] = [
    ['subject', message.subject],
    ['text', message.text],
    ['json', stringsOfJson(message.json).join('\n')],
    ...Object.entries(message.extras ?? {}),
  ];
  return places
    .filter(([, text]) => text !== '')
    .flatMap(([place, text]) => {
      const compared = new Set(readings(text).map(comparable));
      return [...compared].flatMap((reading) => [
        { place, index: new TextIndex(reading), shape: 'plain' as const },
        { place, index: new TextIndex(withoutSpaces(reading)), shape: 'withoutSpaces' as const },
        ...(lookedFor.digits ? [{ place, index: new TextIndex(digitsIn(reading)), shape: 'digits' as const }] : []),
        ...(lookedFor.people ? [{ place, index: new TextIndex(wordsIn(reading)), shape: 'words' as const }] : []),
      ]);
    });
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** The places at which a form of the haystack's shape stands: a short one only as a word of its own. */
export function occurrences({ index, shape }: Haystack, form: string): readonly number[] {
  const standsAlone = (at: number): boolean =>
    !isWordPart(index.text[at - 1]) && !isWordPart(index.text[at + form.length]);
  // Before the digits of a telephone number stand those of its country or region.
  const anywhere = form.length >= LONG_VALUE || shape === 'digits';
  return index.placesOf(form).filter((at) => anywhere || standsAlone(at));
}
