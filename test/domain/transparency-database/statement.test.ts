import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '#domain/transparency-database/enumerations';
import { KEYWORDS } from '#domain/transparency-database/keywords';
import { checkStatement, type Statement } from '#domain/transparency-database/statement';
import { errorsOf } from '#local/transparency-database/validation';
import { sampleStatement } from '../../support/statements.ts';

const fieldsOf = (changes: object): readonly string[] => {
  const checked = checkStatement({ ...sampleStatement(), ...changes });
  return checked.kind === 'good' ? [] : checked.fields;
};

describe('checkStatement', () => {
  it('passes a statement that keeps every rule, at each limit', () => {
    expect(fieldsOf({})).toEqual([]);
    const widest: Partial<Statement> = {
      illegal_content_legal_ground: 'x'.repeat(500),
      illegal_content_explanation: 'x'.repeat(2_000),
      decision_facts: 'x'.repeat(5_000),
      puid: 'x'.repeat(500),
      content_date: '2000-01-01',
      application_date: '2020-01-01',
      end_date_visibility_restriction: '2038-01-01',
    };
    expect(fieldsOf(widest)).toEqual([]);
  });

  it.each([
    ['facts of 5,001 characters', { decision_facts: 'x'.repeat(5_001) }, ['decision_facts']],
    ['blank facts', { decision_facts: ' \n' }, ['decision_facts']],
    ['a law of 501', { illegal_content_legal_ground: 'x'.repeat(501) }, ['illegal_content_legal_ground']],
    ['an explanation of 2,001', { illegal_content_explanation: 'x'.repeat(2_001) }, ['illegal_content_explanation']],
    ['no decision', { decision_visibility: undefined }, ['decision_visibility']],
    ['no scope, which the documentation demands', { territorial_scope: [] }, ['territorial_scope']],
    ['Greece as EL', { territorial_scope: ['EL'] }, ['territorial_scope']],
    ['the United Kingdom', { territorial_scope: ['DE', 'GB'] }, ['territorial_scope']],
    ['a language in lower case', { content_language: 'de' }, ['content_language']],
    ['Greek as GR', { content_language: 'GR' }, ['content_language']],
    ['a category of the first schema', { category: 'STATEMENT_CATEGORY_SCOPE_OF_PLATFORM_SERVICE' }, ['category']],
    ['two categories', { category: [CATEGORIES[0], CATEGORIES[1]] }, ['category']],
    ['the main category again', { category_addition: [sampleStatement().category] }, ['category_addition']],
    [
      'a keyword that is no longer taken',
      { category_specification: ['KEYWORD_DANGEROUS_TOYS'] },
      ['category_specification'],
    ],
    ['other content that is not said', { content_type: ['CONTENT_TYPE_OTHER'] }, ['content_type_other']],
    ['what other content is, without it', { content_type_other: 'Profile' }, ['content_type_other']],
    ['a specification without KEYWORD_OTHER', { category_specification_other: 'x' }, ['category_specification_other']],
    [
      'a ground of the terms beside one of law',
      { incompatible_content_ground: 'AGB' },
      ['incompatible_content_ground'],
    ],
    ['content said to be illegal twice', { incompatible_content_illegal: 'Yes' }, ['incompatible_content_illegal']],
    ['content of the last century', { content_date: '1999-12-31' }, ['content_date']],
    ['a decision before 2020', { application_date: '2019-12-31' }, ['application_date']],
    ['a day behind 2038-01-01', { end_date_account_restriction: '2038-01-02' }, ['end_date_account_restriction']],
    ['a day that does not exist', { content_date: '2026-02-30' }, ['content_date']],
    ['a time for a date', { content_date: '2026-03-01T23:30:00Z' }, ['content_date']],
    ['an identifier with a dot', { puid: 'd1.item-1' }, ['puid']],
    ['an identifier with a colon', { puid: 'd1:item-1' }, ['puid']],
    ['an identifier with a line break at its end', { puid: 'd1\n' }, ['puid']],
    ['an identifier of 501', { puid: 'x'.repeat(501) }, ['puid']],
    ['a field that the database does not know', { content_language_other: 'x' }, ['content_language_other']],
  ])('names the field at fault: %s', (_, changes, fields) => {
    expect(fieldsOf(changes)).toEqual(fields);
  });

  it('demands that no restriction ends before it applies, which the database does not look at', () => {
    const application_date = '2026-11-22';
    for (const field of ['visibility', 'monetary', 'service', 'account'].map(
      (what) => `end_date_${what}_restriction`,
    )) {
      expect(fieldsOf({ application_date, [field]: '2026-11-21' })).toEqual([field]);
      expect(fieldsOf({ application_date, [field]: application_date })).toEqual([]);
    }
  });

  it('passes nothing that the stand-in for the database would refuse', () => {
    const limits = fc.record(
      {
        decision_facts: fc.string({ maxLength: 6_000 }),
        illegal_content_explanation: fc.string({ unit: 'grapheme', maxLength: 2_100 }),
        category: fc.constantFrom(...CATEGORIES),
        category_specification: fc.uniqueArray(fc.constantFrom(...KEYWORDS), { minLength: 1, maxLength: 5 }),
        territorial_scope: fc.uniqueArray(fc.constantFrom('DE', 'GR', 'IS', 'FR', 'EL'), { maxLength: 2 }),
        content_language: fc.constantFrom('DE', 'EL', 'MT', 'de'),
        content_date: fc.constantFrom('1999-12-31', '2000-01-01', '2026-02-28', '2038-01-01'),
        puid: fc.oneof(
          { weight: 1, arbitrary: fc.string() },
          { weight: 4, arbitrary: fc.stringMatching(/^[\w-]{1,20}$/) },
        ),
      },
      { requiredKeys: [] },
    );
    let passed = 0;
    fc.assert(
      fc.property(limits, (changes) => {
        const draft = { ...sampleStatement(), ...changes };
        if (checkStatement(draft).kind === 'bad') return;
        passed += 1;
        expect(errorsOf(draft)).toEqual({});
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
    expect(passed).toBeGreaterThan(30);
  });
});

describe('the values of the interface', () => {
  it('are 16 categories and 69 keywords', () => {
    expect(new Set(CATEGORIES).size).toBe(16);
    expect(new Set(KEYWORDS).size).toBe(69);
  });

  it('are all taken by the stand-in, which has a list of its own', () => {
    for (const category of CATEGORIES) expect(errorsOf(sampleStatement({ category }))).toEqual({});
    for (const keyword of KEYWORDS) {
      expect(errorsOf(sampleStatement({ category_specification: [keyword] }))).toEqual({});
    }
  });
});
