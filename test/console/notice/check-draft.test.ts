import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../console/notice/check-draft.ts';
import { type Draft, EMPTY_DRAFT, EMPTY_ITEM } from '../../../console/notice/draft.ts';
import { STEPS } from '../../../console/notice/questions.ts';
import { filledDraft } from './filled-draft.ts';

const OF_LAW: Draft = { ...EMPTY_DRAFT, concern: 'illegal', basis: 'DSA_ART16' };
const found = (draft: Draft, step: (typeof STEPS)[number]): readonly (readonly [string, string, boolean])[] =>
  faultsOf(draft, step).map(({ target, kind, blocks }) => [target, kind, blocks]);

describe('what is wrong with the answers of a step', () => {
  it('is nothing where all is answered', () => {
    for (const step of STEPS) expect(found(filledDraft(), step)).toEqual([]);
  });

  it('stops at the first step until it is known what it is about and under which law', () => {
    expect(found(EMPTY_DRAFT, 'about')).toEqual([['concern', 'no-concern', true]]);
    expect(found({ ...EMPTY_DRAFT, concern: 'copyright' }, 'about')).toEqual([['basis', 'no-basis', true]]);
    expect(found({ ...EMPTY_DRAFT, concern: 'trade-mark' }, 'about')).toEqual([]);
  });

  it.each([
    ['items', [['items-0', 'unanswered', false]]],
    ['reasons', [['explanation', 'unanswered', false]]],
    [
      'you',
      [
        ['name', 'unanswered', false],
        ['email', 'unanswered', false],
      ],
    ],
    ['declarations', [['goodFaith', 'unanswered', false]]],
  ] as const)('lets everybody go on without an answer of the step "%s", which is asked for later', (step, faults) => {
    expect(found(OF_LAW, step)).toEqual(faults);
  });

  it.each([
    [
      'an e-mail address that is none',
      'you',
      { texts: { ...filledDraft().texts, email: 'erika' } },
      ['email', 'no-email', true],
    ],
    [
      'a remark without an address',
      'items',
      { items: [{ ...EMPTY_ITEM, note: '00:43' }] },
      ['items-0', 'no-address', true],
    ],
    ['an address that is none', 'items', { items: [{ ...EMPTY_ITEM, url: 'the song' }] }, ['items-0', 'no-url', false]],
  ] as const)('names %s', (_, step, part, fault) => {
    expect(found({ ...filledDraft(), ...part } as Draft, step)).toEqual([fault]);
  });

  it('names the id of an earlier case that is none, and leaves an empty row of items alone', () => {
    const texts = { ...filledDraft().texts, earlierCase: 'case 1?' };
    const draft: Draft = { ...filledDraft(), concern: 'copyright', basis: 'DE_URHDAG_14', texts };
    expect(found(draft, 'reasons')).toEqual([['earlierCase', 'no-case', true]]);
    expect(found({ ...draft, items: [...draft.items, EMPTY_ITEM] }, 'items')).toEqual([]);
  });
});
