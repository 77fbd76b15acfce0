import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '../../../console/notice/draft.ts';
import { keyFor } from '../../../console/notice/sent-body.ts';
import { type DraftStore, findDraft, forgetDraft, keepDraft } from '../../../console/notice/stored-draft.ts';
import { filledDraft } from './filled-draft.ts';

function store(text: string | null = null): DraftStore {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_, value) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
  };
}

describe('a draft in the browser', () => {
  it('is found again in its tab, and on the device where it was kept', () => {
    const [tab, device] = [store(), store()];
    expect(findDraft(tab, device)).toEqual({ draft: EMPTY_DRAFT, kept: false });
    keepDraft(device, filledDraft());
    expect(findDraft(tab, device)).toEqual({ draft: filledDraft(), kept: true });
    keepDraft(tab, EMPTY_DRAFT);
    forgetDraft(device);
    expect(findDraft(tab, device)).toEqual({ draft: EMPTY_DRAFT, kept: false });
  });

  it.each(['{"concern":"nothing"}', 'not JSON'])('counts as none where it cannot be read: %s', (text) => {
    expect(findDraft(store(text), store())).toEqual({ draft: EMPTY_DRAFT, kept: false });
  });

  it('does not stop the form where the browser keeps nothing', () => {
    const full = { ...store(), setItem: () => expect.fail('full') };
    expect(() => keepDraft(full, filledDraft())).not.toThrow();
  });
});

describe('the key that a notice is sent with', () => {
  it('stays the same for the same notice, and changes with it', () => {
    const keys = ['one', 'two'];
    const makeKey = (): string => keys.shift()!;
    const first = keyFor({ language: 'en' }, null, makeKey);
    expect(keyFor({ language: 'en' }, first, makeKey).key).toBe('one');
    expect(keyFor({ language: 'de' }, first, makeKey).key).toBe('two');
  });
});
