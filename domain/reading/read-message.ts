import type { Language } from '../party.ts';
import { comparable } from './comparable-line.ts';
import type { Correction } from './correction.ts';
import { dangersIn } from './danger-passages.ts';
import { type KindFound, kindOf, type MessageKind } from './message-kind.ts';
import { type Certainty, type Conclusion, type Passage, passageAt, sentenceAt } from './passage.ts';
import type { Span } from './phrase.ts';
import { type BasisFound, basisOf } from './read-basis.ts';
import { datesIn } from './read-dates.ts';
import { referencesIn } from './read-references.ts';
import type { Reading } from './reading.ts';
import { absentOf, elementsOf } from './required-elements.ts';
import { sortUrls } from './sort-urls.ts';
import { languagesOf } from './spoken-languages.ts';
import { ownWords, type TakenApart, takeApart } from './taken-apart.ts';

/** So many characters of a message are read, far more than any that people write. */
const LONGEST = 500_000;

/**
 * Reads a message of any sort into what it is and demands, with what a person says of it in place of what was read. Pure
 * and by rules only; takes time and memory in proportion to the text, and never throws.
 */
export function readMessage(given: string, correction: Correction = {}): Reading {
  const text = given.slice(0, LONGEST);
  const message = takeApart(text);
  const words = comparable(text);
  const languages = languagesOf(words);
  const kind = kindFound(message, words, languages.looked, correction);
  const basis = basisFound(words, kind.kind, correction);
  const urls = sortUrls(message, kind.kind, correction);
  const signals = dangersIn(text, words);
  const elements = elementsOf({ message, words, kind: kind.kind, basis: basis.legalBasis, ...urls });
  return {
    kind: concluded(text, kind.kind, kind),
    legalBasis: concluded(text, basis.legalBasis, basis),
    language: languageFound(message, languages.main, correction),
    ...urls,
    elements,
    ...absentOf(
      kind.kind,
      basis.legalBasis,
      elements,
      signals.map(({ signal }) => signal),
    ),
    dates: datesIn(words).map((found) => copied(text, found.date, found.certainty, found)),
    references: referencesIn(text, words).map((found) => copied(text, found.reference, 'likely', found)),
    signals: signals.map(({ signal, at }) =>
      concluded(text, signal, { certainty: 'uncertain', shownAt: at === null ? [] : [at] }),
    ),
    cut: given.length > LONGEST,
  };
}

interface Shown {
  readonly certainty: Certainty;
  readonly shownAt: readonly Span[];
}

/** A conclusion with the sentences around the words that show it. */
function concluded<Value>(text: string, value: Value, { certainty, shownAt }: Shown): Conclusion<Value> {
  return { value, certainty, passages: shownAt.map((span) => sentenceAt(text, span)) };
}

/** A conclusion that is itself the words at a place. */
function copied(text: string, value: string, certainty: Certainty, { start, end }: Span): Conclusion<string> {
  return { value, certainty, passages: [passageAt(text, start, end)] };
}

/** What its own words say; where those say nothing, as of a message that only forwards another, all of them. */
function kindFound(
  message: TakenApart,
  words: string,
  languages: readonly Language[],
  { kind }: Correction,
): KindFound {
  if (kind !== undefined) return { kind, certainty: 'corrected', shownAt: [] };
  const spoken = { languages, namesPlace: message.urls.length > 0 };
  const own = kindOf({ ...spoken, words: ownWords(message) });
  return own.kind === 'other' ? kindOf({ ...spoken, words }) : own;
}

function basisFound(words: string, kind: MessageKind, { legalBasis }: Correction): BasisFound {
  return legalBasis === undefined ? basisOf(words, kind) : { legalBasis, certainty: 'corrected', shownAt: [] };
}

function languageFound(message: TakenApart, main: Language | null, { language }: Correction): Reading['language'] {
  if (language !== undefined) return { value: language, certainty: 'corrected', passages: [] };
  return { value: main, certainty: main === null ? 'uncertain' : 'likely', passages: opening(message) };
}

/** The first line with a few words in it, as what shows the language. */
function opening({ text, lines }: TakenApart): readonly Passage[] {
  const line = lines.find((one) => /\p{L}[ ,]+\p{L}+[ ,]+\p{L}/u.test(one.text.slice(0, 1_000)));
  return line === undefined ? [] : [passageAt(text, line.start, line.end)];
}
