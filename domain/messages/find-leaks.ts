import type { PartyRole } from '#domain/party';
import { comparable, readings, squeezed } from './comparable-text.ts';
import type { FactSheet } from './fact-sheet.ts';
import { type FactValue, factValues } from './fact-values.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { TextIndex } from './text-index.ts';
import { SHORTEST_VALUE, writtenForms } from './written-forms.ts';

/** A value that must not be there: of which field, and where it was found. Never the value itself: a leak is logged. */
export interface Leak {
  readonly field: string;
  readonly place: string;
}

/** What leaves the house: a message and, by name, whatever else travels with it (file names, metadata, text layers). */
export interface OutgoingMessage extends RenderedMessage {
  readonly extras?: Readonly<Record<string, string>>;
}

/** From this length on a value is also found inside a word, and with spaces put into it. */
const LONG_VALUE = 8;

interface Haystack {
  readonly place: string;
  readonly index: TextIndex;
  readonly withoutSpaces: boolean;
}

function stringsOfJson(json: unknown): readonly string[] {
  if (typeof json === 'string' || typeof json === 'number') return [String(json)];
  if (Array.isArray(json)) return json.flatMap(stringsOfJson);
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, inner]) => [name, ...stringsOfJson(inner)]);
}

function haystacksOf(message: OutgoingMessage): readonly Haystack[] {
  const places: readonly (readonly [string, string])[] = [
    ['subject', message.subject],
    ['text', message.text],
    ['json', stringsOfJson(message.json).join('\n')],
    ...Object.entries(message.extras ?? {}),
  ];
  return places
    .filter(([, text]) => text !== '')
    .flatMap(([place, text]) =>
      readings(text).flatMap((reading) => [
        { place, index: new TextIndex(comparable(reading)), withoutSpaces: false },
        { place, index: new TextIndex(squeezed(reading)), withoutSpaces: true },
      ]),
    );
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function occurrences({ index }: Haystack, form: string): readonly number[] {
  const standsAlone = (at: number): boolean =>
    !isWordPart(index.text[at - 1]) && !isWordPart(index.text[at + form.length]);
  return index.placesOf(form).filter((at) => form.length >= LONG_VALUE || standsAlone(at));
}

/**
 * Tells whether every hit lies inside a value that the reader may see, such as a name within a longer cleared name.
 * Hits and the places of cleared values are each walked once: a notice may hold thousands of both.
 */
function allInsideCleared(
  haystack: Haystack,
  hits: readonly number[],
  length: number,
  cleared: readonly string[],
): boolean {
  const spans = cleared
    .flatMap((form) => occurrences(haystack, form).map((start) => ({ start, end: start + form.length })))
    .sort((one, other) => one.start - other.start);
  let next = 0;
  let furthest = -1;
  return hits.every((at) => {
    for (let span = spans[next]; span !== undefined && span.start <= at; span = spans[next]) {
      furthest = Math.max(furthest, span.end);
      next += 1;
    }
    return at + length <= furthest;
  });
}

/** A form of a value, made comparable once for all texts in which it is looked for. */
interface Needle {
  readonly plain: string;
  readonly withoutSpaces: string;
}

function needlesOf(forms: readonly string[]): readonly Needle[] {
  return forms.map((form) => ({ plain: comparable(form), withoutSpaces: squeezed(form) }));
}

function leaksIn(haystack: Haystack, needle: Needle, clearedNeedles: readonly Needle[]): boolean {
  const shape = haystack.withoutSpaces ? 'withoutSpaces' : 'plain';
  const value = needle[shape];
  if (value.length < (haystack.withoutSpaces ? LONG_VALUE : SHORTEST_VALUE)) return false;
  const hits = occurrences(haystack, value);
  if (hits.length === 0) return false;
  const covering = clearedNeedles.map((cleared) => cleared[shape]).filter((cleared) => cleared.includes(value));
  return !allInsideCleared(haystack, hits, value.length, covering);
}

/** Values that many items share are looked for once. */
function distinct(values: readonly FactValue[]): readonly FactValue[] {
  return [...new Map(values.map((value) => [`${value.rule.path} ${value.value}`, value])).values()];
}

/** The forms whose places in a text excuse a hit: values, not free text, which is where leaks happen. */
function clearedFormsOf(cleared: readonly FactValue[], facts: FactSheet): readonly string[] {
  const values = cleared.filter(({ rule }) => rule.kind === 'text' || rule.kind === 'instant');
  return [...new Set(values.flatMap(({ rule, value }) => writtenForms(rule, value, facts)))];
}

/** What is looked for in every message to one reader, prepared once. */
interface Secret {
  readonly field: string;
  readonly needles: readonly Needle[];
}

/**
 * Prepares the search of outgoing messages for every value of the fact sheet that `audience` may not see: in subject,
 * text, JSON and extras; regardless of case, spacing and line breaks; with percent, quoted-printable and HTML encodings
 * undone; e-mail addresses also by local part and domain, names also last name first, free text sentence by sentence,
 * times in each written form. A value that stands in a cleared field too, or lies inside a cleared value, is no leak.
 *
 * Limits: values under 4 characters, sentences under 24, words of our own vocabulary (states, actions, country codes),
 * paraphrases, single words of a name, and pictures are not looked for. A name that is also a common word may be
 * reported without being one: the message then waits for a person, it is never sent.
 */
export function leakSearch(facts: FactSheet, audience: PartyRole): (message: OutgoingMessage) => readonly Leak[] {
  const values = factValues(facts, audience);
  const cleared = values.filter((value) => value.cleared);
  const clearedValues = new Set(cleared.map(({ value }) => comparable(value)));
  const clearedNeedles = needlesOf(clearedFormsOf(cleared, facts));
  const secret = values.filter((value) => !value.cleared && !clearedValues.has(comparable(value.value)));
  const secrets = distinct(secret).map(({ rule, value }) => ({
    field: rule.path,
    needles: needlesOf(writtenForms(rule, value, facts)),
  }));
  return (message) => leaksOf(haystacksOf(message), secrets, clearedNeedles);
}

function leaksOf(
  haystacks: readonly Haystack[],
  secrets: readonly Secret[],
  clearedNeedles: readonly Needle[],
): readonly Leak[] {
  const leaks = secrets.flatMap(({ field, needles }) =>
    haystacks
      .filter((haystack) => needles.some((needle) => leaksIn(haystack, needle, clearedNeedles)))
      .map(({ place }) => ({ field, place })),
  );
  return leaks.filter(
    (leak, index) => leaks.findIndex(({ field, place }) => field === leak.field && place === leak.place) === index,
  );
}

/** Searches one outgoing message for what its reader may not see; `leakSearch` says for what and where. */
export function findLeaks(message: OutgoingMessage, facts: FactSheet, audience: PartyRole): readonly Leak[] {
  return leakSearch(facts, audience)(message);
}
