import type { Language } from '#domain/party';

/** Words that every text of some length holds and that the other language does not know. */
const COMMON: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    'der die das den dem des und oder ist sind nicht kein keine ein eine einen einem einer zu zum zur mit von vom auf für im am wird wurde werden auch sich als bei nach dass'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a and or is are not no to of with by at for from that this which it its has have been were be under within our we'.split(
      ' ',
    ),
  ),
};

function hits(words: readonly string[], language: Language): number {
  return words.filter((word) => COMMON[language].has(word)).length;
}

/** The language in which a text is written, as its common words tell; null where they do not. */
export function writtenLanguage(text: string): Language | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const german = hits(words, 'de') + words.filter((word) => /[äöüß]/.test(word)).length;
  const english = hits(words, 'en');
  if (german === english) return null;
  return german > english ? 'de' : 'en';
}
