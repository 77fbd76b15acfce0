import type { PartyRole } from '#domain/party';
import { comparable, withoutSpaces, wordsOf } from './comparable-text.ts';
import type { FactSheet } from './fact-sheet.ts';
import { type FactValue, factValues } from './fact-values.ts';
import type { FieldRule } from './field-rules.ts';
import { placesOfPerson, type Span } from './find-people.ts';
import { type Haystack, haystacksOf, type OutgoingMessage, occurrences, SHORTEST, type Shape } from './haystacks.ts';
import { looksLikeName, type NamedPerson, peopleNamedIn } from './people-in-names.ts';
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
function allInside(cleared: readonly Span[], hits: readonly Span[]): boolean {
  const spans = cleared.toSorted((one, other) => one.start - other.start);
  let next = 0;
  let furthest = -1;
  return hits.every(({ start, end }) => {
    for (let span = spans[next]; span !== undefined && span.start <= start; span = spans[next]) {
      furthest = Math.max(furthest, span.end);
      next += 1;
    }
    return end <= furthest;
  });
}

function spansOf(haystack: Haystack, form: string): readonly Span[] {
  return occurrences(haystack, form).map((start) => ({ start, end: start + form.length }));
}

/** A form of a value, made comparable once for all texts in which it is looked for; empty where it has no such shape. */
type Needle = Readonly<Record<Shape, string>>;

function needlesOf(forms: readonly string[]): readonly Needle[] {
  const plain = new Set(forms.map(comparable));
  return [...plain].map((form) => ({ plain: form, withoutSpaces: withoutSpaces(form), digits: '', words: '' }));
}

/** A telephone number is looked for by its digits, however they are grouped. */
function phoneNeedlesOf(rule: FieldRule, value: string): readonly Needle[] {
  if (rule.kind !== 'prose') return [];
  return phoneNumbersIn(value).map((digits) => ({ plain: '', withoutSpaces: '', digits, words: '' }));
}

function leaksIn(haystack: Haystack, needle: Needle, cleared: Cleared): boolean {
  const { shape } = haystack;
  const value = needle[shape];
  if (value.length < SHORTEST[shape]) return false;
  const hits = spansOf(haystack, value);
  if (hits.length === 0) return false;
  const covering = cleared.needles.map((form) => form[shape]).filter((form) => form.includes(value));
  return !allInside(
    covering.flatMap((form) => spansOf(haystack, form)),
    hits,
  );
}

/** A person may be named within what the reader may see, such as an address, or by what names the reader as well. */
function namesPerson(haystack: Haystack, person: NamedPerson, cleared: Cleared): boolean {
  if (haystack.shape !== 'words') return false;
  const hits = placesOfPerson(haystack.index, person);
  if (hits.length === 0) return false;
  const forms = [...new Set(cleared.forms.map(wordsOf))].filter((form) => form.includes(person.last));
  const covering = [
    ...forms.flatMap((form) => spansOf(haystack, form)),
    ...cleared.people.flatMap((known) => placesOfPerson(haystack.index, known)),
  ];
  return !allInside(
    covering,
    hits.toSorted((one, other) => one.start - other.start),
  );
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
  readonly people: readonly NamedPerson[];
}

/** What a reader may see, prepared once. */
interface Cleared {
  readonly forms: readonly string[];
  readonly needles: readonly Needle[];
  readonly people: readonly NamedPerson[];
}

/** The fields that name people. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  'sender.name',
  'sender.signature',
  'uploader.name',
  'platform.authorisedPerson',
  'order.authorityName',
  'hearing.posters[].name',
]);

/** The people whom a value names; what is confidential may be words of an answer as well, and then names nobody here. */
function peopleOf({ rule, value }: FactValue): readonly NamedPerson[] {
  const isName = NAME_FIELDS.has(rule.path) || (rule.path === 'confidential[].value' && looksLikeName(value));
  return isName ? peopleNamedIn(value) : [];
}

/** The name of a person without what separates its words, as where they are written together. */
function inOneWord({ given, last }: NamedPerson): readonly string[] {
  const all = given.join(' ');
  return [`${all} ${last}`, `${given[0] ?? all} ${last}`, `${last} ${all}`];
}

function secretOf(value: FactValue, facts: FactSheet): Secret {
  const people = peopleOf(value);
  const forms = [...writtenForms(value.rule, value.value, facts), ...people.flatMap(inOneWord)];
  const needles = [...needlesOf(forms), ...phoneNeedlesOf(value.rule, value.value)];
  return { field: value.rule.path, needles, people };
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
 * text, JSON and extras; regardless of case, accents, lookalike letters, spacing, unseen marks and line breaks; with
 * percent, quoted-printable and HTML encodings undone; e-mail addresses also by local part and domain and spelled out,
 * names as `nameForms` says, each person of a name field (`peopleNamedIn`) as `placesOfPerson` says, whatever stands
 * between the words; free text sentence by sentence and by the telephone numbers and addresses in it, times in each
 * written form. A value that is a cleared value too, or lies inside one, is no leak.
 *
 * Limits: values under 4 characters, sentences under 24, words of our own vocabulary (states, actions, country codes),
 * paraphrases, a last or first name alone, a name in small letters among five or more words, two unknown words between
 * a first and a last name, the initials A, I and S without a dot, numbers and streets written in words, postal codes and
 * towns, rare lookalike letters, and pictures are not looked for; where the reader has the same last name, neither is
 * the form of address with it. A name that is also a common word may be reported without being one: the message then
 * waits for a person, it is never sent.
 */
export function leakSearch(facts: FactSheet, audience: PartyRole): (message: OutgoingMessage) => readonly Leak[] {
  const values = factValues(facts, audience);
  const cleared = values.filter((value) => value.cleared);
  const isKnown = knownTo(cleared);
  const forms = clearedFormsOf(cleared, facts);
  const seen = { forms, needles: needlesOf(forms), people: cleared.flatMap(peopleOf) };
  const hidden = distinct(values.filter((value) => !value.cleared && !isKnown(value)));
  const secrets = hidden.map((value) => secretOf(value, facts));
  const lookedFor = {
    digits: secrets.some(({ needles }) => needles.some(({ digits }) => digits !== '')),
    people: secrets.some(({ people }) => people.length > 0),
  };
  return (message) => leaksOf(haystacksOf(message, lookedFor), secrets, seen);
}

function leaksOf(haystacks: readonly Haystack[], secrets: readonly Secret[], cleared: Cleared): readonly Leak[] {
  const leaks = secrets.flatMap(({ field, needles, people }) =>
    haystacks
      .filter(
        (haystack) =>
          needles.some((needle) => leaksIn(haystack, needle, cleared)) ||
          people.some((person) => namesPerson(haystack, person, cleared)),
      )
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
