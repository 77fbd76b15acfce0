import { describe, expect, it } from 'vitest';
import { CONCERNS } from '../../../console/notice/concerns.ts';
import { LONGEST } from '../../../console/notice/longest.ts';
import { questionsOf } from '../../../console/notice/questions.ts';
import { firstLanguage } from '../../../console/parts/first-language.ts';
import { de } from '../../../console/words/de.ts';
import { en } from '../../../console/words/en.ts';
import { isLaw, questionKey, subjectOf } from '../../../console/words/words.ts';
import { findLegalBasis } from '../../../domain/catalogue/catalogue.ts';
import { NoticeRequest, Submitter } from '../../../domain/submission.ts';

/** Every sentence with its path. */
function sentences(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value] as const] : sentences(value, `${path}${name}.`),
  );
}

describe('the words of the pages', () => {
  it('are the same in both languages, with the same places for what is put in', () => {
    const places = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    const german = new Map(sentences(de));
    expect([...german.keys()].toSorted()).toEqual(
      sentences(en)
        .map(([path]) => path)
        .toSorted(),
    );
    for (const [path, text] of sentences(en)) {
      expect([path, places(german.get(path) ?? '')]).toEqual([path, places(text)]);
      expect([path, german.get(path) === '']).toEqual([path, text === '']);
    }
  });

  it('name every law that is offered, and have words for every question', () => {
    for (const { id, bases } of CONCERNS) {
      for (const basis of bases) {
        expect(isLaw(basis)).toBe(true);
        const law = findLegalBasis(basis)!;
        for (const { field } of questionsOf(law, id)) {
          expect(en.questions[questionKey(field, law)].title).not.toBe('');
        }
      }
    }
    expect(questionKey('explanation', findLegalBasis('GDPR_ART17')!)).toBe('explanation_GDPR_ART17');
  });

  it('begin in the language of the address, else in the first that the browser prefers and we speak', () => {
    expect(firstLanguage('de', ['en-GB'])).toBe('de');
    expect(firstLanguage('fr', ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(firstLanguage(null, ['fr'])).toBe('en');
  });

  it('let nobody type more than the interface takes', () => {
    const longest = Math.max(
      ...(['en', 'de'] as const).map((language) => `${subjectOf('child-abuse', language)}\n\n`.length),
    );
    const { explanation, meaning, inaccuracies, signature, earlierCase } = NoticeRequest.shape;
    const fits = { explanation, meaning, inaccuracies, signature, earlierCase, name: Submitter.shape.name };
    for (const [field, schema] of Object.entries(fits)) {
      const length = LONGEST[field as keyof typeof fits] + (field === 'explanation' ? longest : 0);
      expect([field, schema.safeParse('a'.repeat(length)).success]).toEqual([field, true]);
    }
  });
});
