import type { Bilingual } from '#domain/clock';
import { Language } from '#domain/party';

/** Where a command writes: results to one stream, errors to another. */
export interface Output {
  readonly result: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Writes exactly one JSON value. */
export function writeJson(output: Output, value: unknown): void {
  output.result(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes lines of text. */
export function writeLines(output: Output, lines: readonly string[]): void {
  output.result(`${lines.join('\n')}\n`);
}

/** The sentence in the language asked for. */
export function inLanguage(text: Bilingual, language: Language): string {
  return text[language];
}

/**
 * The language of `--lang`, else of the environment (`WRIT_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`): German if it says so,
 * else English.
 */
export function chooseLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked !== undefined) return Language.parse(asked);
  const locale = ['WRIT_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG']
    .map((name) => environment[name])
    .find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('de') === true ? 'de' : 'en';
}
