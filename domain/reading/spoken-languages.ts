import { writtenLanguage } from '#domain/messages/written-language';
import type { Language } from '#domain/party';

/** So much of a message tells its language. */
const READ = 2000;
const GERMAN = /(?<![a-zäöüß])(?:der|die|das|und|nicht|ist|wir|ich|eine?|wird|bitte|gegen|beschluss)(?![a-zäöüß])/g;
/** An English text may hold a few such words: names, and what is quoted. */
const SOME = 3;

/** The language of a message (null where its words do not tell) and those whose words are to be looked for in it. */
export function languagesOf(words: string): { readonly main: Language | null; readonly looked: readonly Language[] } {
  const part = words.slice(0, READ);
  const main = writtenLanguage(part);
  const isAlsoGerman = main !== 'en' || (part.match(GERMAN)?.length ?? 0) > SOME;
  return { main, looked: isAlsoGerman ? ['en', 'de'] : ['en'] };
}
