import { describe, expect, it } from 'vitest';
import { writtenLanguage } from '#domain/messages/written-language';

describe('writtenLanguage', () => {
  it.each([
    ['The passage is a quotation within a news report.', 'en'],
    ['Der Refrain ist übernommen.', 'de'],
    ['Die Stelle zitiert „This is the end“ in einem Bericht über das Konzert.', 'de'],
    ['§ 130 StGB', null],
    ['', null],
  ])('of “%s” is %s', (text, language) => {
    expect(writtenLanguage(text)).toBe(language);
  });
});
