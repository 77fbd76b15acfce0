import { describe, expect, it } from 'vitest';
import { queueInWords } from '../../cli/code-words.ts';
import { ruleInWords, sourceInWords } from '../../cli/law-words.ts';
import { LEGAL_BASES } from '../../domain/catalogue/catalogue.ts';
import { PROCEDURES } from '../../domain/catalogue/procedures.ts';
import { describePeriod } from '../../domain/compute-clock.ts';

const ENGLISH =
  /\b(?:and|the|of|our|own|at|until|from|without|not|as|more|elapsed|rolls|business|days?|ordered|holidays|amended|inserted|policy|order|timely)\b/i;

describe('a clock in German', () => {
  const rules = [...LEGAL_BASES, ...PROCEDURES].flatMap(({ clocks }) => clocks);

  it.each([...new Set(rules.map(({ source }) => source.cite))])(
    'names its source without an English word: %s',
    (cite) => {
      expect(sourceInWords(cite, 'de')).not.toMatch(ENGLISH);
      expect(sourceInWords(cite, 'en')).toBe(cite);
    },
  );

  it.each([...new Set(rules.map(({ period }) => describePeriod(period)))])('says its rule in German: %s', (rule) => {
    expect(ruleInWords(rule, 'de')).not.toMatch(ENGLISH);
    expect(ruleInWords(rule, 'de')).not.toMatch(/\bPT?\d/);
    expect(ruleInWords(rule, 'en')).toBe(rule);
  });

  it.each([
    ['PT1H elapsed', '1 Stunde, durchgehend gezählt'],
    ['P6M, rolls to the next working day', '6 Monate, verschoben auf den nächsten Arbeitstag'],
    ['PT48H, Saturdays, Sundays and holidays disregarded', '48 Stunden ohne Samstage, Sonntage und Feiertage'],
    ['10 business days', '10 Arbeitstage'],
    ['as ordered: P1W', 'wie angeordnet: 1 Woche'],
  ])('says %s as %s', (rule, words) => {
    expect(ruleInWords(rule, 'de')).toBe(words);
  });
});

describe('a queue', () => {
  it.each([...new Set(LEGAL_BASES.map(({ queue }) => queue))])('has a word of its own in German: %s', (queue) => {
    expect(queueInWords(queue, 'de')).not.toBe(queueInWords(queue, 'en'));
  });
});
