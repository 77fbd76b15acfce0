import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { LegalBasis } from '#domain/legal-basis';
import type { Language } from '#domain/party';
import type { FieldId } from '../notice/draft.ts';
import { de } from './de.ts';
import { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

/** The words of the pages in a language; both come with the page, so that a change of language loads nothing. */
export function wordsIn(language: Language): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    defaultNS: 'words',
    ns: ['words'],
    resources: { en: { words: en }, de: { words: de } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
}

type Questions = typeof en.questions;
type QuestionKey = keyof Questions;

/** The words of a question on a legal basis: those that it has for it alone, else those that all share. */
export function questionKey(field: FieldId, basis: LegalBasis): QuestionKey {
  const own = `${field}_${basis.id}`;
  return isQuestion(own) ? own : field;
}

function isQuestion(key: string): key is QuestionKey {
  return Object.hasOwn(en.questions, key);
}

/** The words that begin an explanation where what it is about signals a danger; null elsewhere. */
export function subjectOf(concern: string | null, language: Language): string | null {
  const subjects: Readonly<Record<string, string>> = language === 'de' ? de.subjects : en.subjects;
  return concern === null ? null : (subjects[concern] ?? null);
}

/** Tells whether a legal basis is described in the words of the pages: those that the form offers are. */
export function isLaw(basis: string): basis is keyof typeof en.laws {
  return Object.hasOwn(en.laws, basis);
}
