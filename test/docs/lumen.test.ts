import { describe, expect, it } from 'vitest';
import { LUMEN_RULES, type LumenRule, NEVER_SHARED_CATEGORIES } from '../../domain/catalogue/lumen.ts';
import { documentText, tableRows } from './documented-commands.ts';

const TEXT = documentText('docs/lumen.md');
const RULES = Object.entries(LUMEN_RULES);

const NAMED: Readonly<Record<LumenRule['sender'], string>> = {
  body: 'named where a body',
  authority: 'the authority',
  court: 'the court',
  never: 'never named',
};

describe('docs/lumen.md', () => {
  it('lists every basis that is shared, and what of it', () => {
    const shared = RULES.filter(([, rule]) => rule.shared);
    const rows = shared.map(
      ([id, { type, works, sender, source }]) =>
        `| \`${id}\` | \`${type}\` | ${works} | ${NAMED[sender]} | ${source.certainty} |`,
    );
    expect(tableRows(TEXT, '| Shared |')).toEqual(rows);
    expect(rows.length).toBeGreaterThan(3);
  });

  it('says of every other basis why it is not shared', () => {
    const bases = new Map<string, string[]>();
    for (const [id, { shared, because, source }] of RULES) {
      const why = `${because.en}|${source.certainty}`;
      if (!shared) bases.set(why, [...(bases.get(why) ?? []), `\`${id}\``]);
    }
    const rows = [...bases].map(([why, ids]) => {
      const [because, certainty] = why.split('|');
      return `| ${because} | ${ids.join(', ')} | ${certainty} |`;
    });
    expect(tableRows(TEXT, '| Not shared, since |')).toEqual(rows);
  });

  it('names the bases that are shared for some decisions only, and the categories that never are', () => {
    const some = RULES.filter(([, { categories }]) => categories !== undefined).map(([id]) => id);
    expect(some).toEqual(['DSA_ART16']);
    const named = NEVER_SHARED_CATEGORIES.map((category) => `\`${category.replace('STATEMENT_CATEGORY_', '')}\``);
    const sentence = /one of these\s+categories: ([^.]*)\./.exec(TEXT)?.[1] ?? '';
    expect(sentence.match(/`\w+`/g)).toEqual(named);
  });
});
