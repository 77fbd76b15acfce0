import { TOKEN_PLACE, withToken } from '#domain/messages/token-place';
import type { Language } from '#domain/party';
import type { PaperDocument, SentMail } from '../../ports/paper.ts';

/** What stands on paper where the mail holds the access token of its reader. */
const IN_THE_MAIL: Readonly<Record<Language, string>> = {
  en: '(stated in the e-mail only)',
  de: '(steht nur in der E-Mail)',
};

/**
 * A mail as a letter: its subject is the title, its text the body. Paper is copied and filed, so it never holds the
 * access token, for which the mail as kept holds a place.
 */
export function letterOf({ subject, text, date }: SentMail, language: Language, reference: string): PaperDocument {
  const told = text.includes(TOKEN_PLACE) ? withToken(text, IN_THE_MAIL[language]) : text;
  return { title: subject, text: told, language, reference, writtenAt: date };
}
