import type { Language } from '#domain/party';
import { KIND_WORDS_EN, type Said } from './kind-words.ts';
import { KIND_WORDS_DE } from './kind-words-de.ts';
import { allMatches, phrases, type Span } from './phrase.ts';

const TABLES = { en: KIND_WORDS_EN, de: KIND_WORDS_DE };
const compiled = new Map<string, RegExp>();

/** More places of one sort change no conclusion. */
const MOST = 4;

/** A text in comparable form and the languages whose words are looked for in it. */
export interface SpokenText {
  readonly words: string;
  readonly languages: readonly Language[];
  /** True where the text names an address at which something can be found. */
  readonly namesPlace: boolean;
}

/** Where a text says something, in order, in so many characters from its first word on. */
export function saidIn({ words, languages }: SpokenText, said: Said, within: number): readonly Span[] {
  const part = words.slice(0, Math.max(0, words.search(/\S/)) + within);
  return languages
    .flatMap((language) => allMatches(expressionFor(language, said), part, MOST))
    .toSorted((one, other) => one.start - other.start);
}

function expressionFor(language: Language, said: Said): RegExp {
  const key = `${language} ${said}`;
  const expression = compiled.get(key) ?? phrases(TABLES[language][said]);
  compiled.set(key, expression);
  return expression;
}
