import type { PartyRole } from '#domain/party';
import { comparable, squeezed } from './comparable-text.ts';
import type { FactSheet } from './fact-sheet.ts';
import { type FactValue, factValues } from './fact-values.ts';
import type { FieldRule } from './field-rules.ts';
import { type Haystack, haystacksOf, type OutgoingMessage, occurrences, SHORTEST, type Shape } from './haystacks.ts';
import { phoneNumbersIn } from './personal-details.ts';
import { writtenForms } from './written-forms.ts';

/** A value that must not be there: of which field, and where it was found. Never the value itself: a leak is logged. */
export interface Leak {
  readonly field: string;
  readonly place: string;
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

/** A form of a value, made comparable once for all texts in which it is looked for; empty where it has no such shape. */
type Needle = Readonly<Record<Shape, string>>;

function needlesOf(forms: readonly string[]): readonly Needle[] {
  const made = forms.map((form) => ({ plain: comparable(form), withoutSpaces: squeezed(form), digits: '' }));
  return [...new Map(made.map((needle) => [needle.plain, needle])).values()];
}

/** A telephone number is looked for by its digits, however they are grouped. */
function phoneNeedlesOf(rule: FieldRule, value: string): readonly Needle[] {
  if (rule.kind !== 'prose') return [];
  return phoneNumbersIn(value).map((digits) => ({ plain: '', withoutSpaces: '', digits }));
}

function leaksIn(haystack: Haystack, needle: Needle, clearedNeedles: readonly Needle[]): boolean {
  const { shape } = haystack;
  const value = needle[shape];
  if (value.length < SHORTEST[shape]) return false;
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

/** The part of the fact sheet that a field belongs to. */
function sectionOf({ path }: FieldRule): string {
  return path.split('.')[0] ?? path;
}

/**
 * Tells which values a reader knows anyway: those that are a cleared value as well. Free text clears nothing, however
 * short, except the same text of the same part of the sheet: one reason may be told to several readers.
 */
function knownTo(cleared: readonly FactValue[]): (secret: FactValue) => boolean {
  const isProse = ({ rule }: FactValue): boolean => rule.kind === 'prose';
  const values = new Set(cleared.filter((value) => !isProse(value)).map(({ value }) => comparable(value)));
  const keyOf = ({ rule, value }: FactValue): string => `${sectionOf(rule)} ${comparable(value)}`;
  const texts = new Set(cleared.filter(isProse).map(keyOf));
  return (secret) => values.has(comparable(secret.value)) || (isProse(secret) && texts.has(keyOf(secret)));
}

/**
 * Prepares the search of outgoing messages for every value of the fact sheet that `audience` may not see: in subject,
 * text, JSON and extras; regardless of case, accents, lookalike letters, spacing and line breaks; with percent,
 * quoted-printable and HTML encodings undone; e-mail addresses also by local part and domain and spelled out, names as
 * `nameForms` says, free text sentence by sentence and by the telephone numbers and addresses in it, times in each
 * written form. A value that is a cleared value too, or lies inside one, is no leak.
 *
 * Limits: values under 4 characters, sentences under 24, words of our own vocabulary (states, actions, country codes),
 * paraphrases, a last or first name alone, numbers and streets written in words, postal codes and towns, rare lookalike
 * letters, and pictures are not looked for; where the reader has the same last name, neither is the form of address
 * with it. A name that is also a common word may be reported without being one: the message then waits for a person,
 * it is never sent.
 */
export function leakSearch(facts: FactSheet, audience: PartyRole): (message: OutgoingMessage) => readonly Leak[] {
  const values = factValues(facts, audience);
  const cleared = values.filter((value) => value.cleared);
  const isKnown = knownTo(cleared);
  const clearedNeedles = needlesOf(clearedFormsOf(cleared, facts));
  const secrets = distinct(values.filter((value) => !value.cleared && !isKnown(value))).map(({ rule, value }) => ({
    field: rule.path,
    needles: [...needlesOf(writtenForms(rule, value, facts)), ...phoneNeedlesOf(rule, value)],
  }));
  const dialling = secrets.some(({ needles }) => needles.some(({ digits }) => digits !== ''));
  return (message) => leaksOf(haystacksOf(message, dialling), secrets, clearedNeedles);
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
