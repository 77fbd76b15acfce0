import { describe, expect, it } from 'vitest';
import { caseLink, readCaseLink } from '../../console/case-link.ts';
import { caseToken } from '../../functions/runtime/case-token.ts';

describe('the link to a case', () => {
  const key = { caseId: 'case-1', token: caseToken(new Uint8Array(32), 'case-1', 'sender') };

  it('opens the case, and holds the token where no server sees it', () => {
    const link = caseLink('https://platform.example', key);
    expect(readCaseLink(` ${link}\n`)).toEqual(key);
    const { pathname, search } = new URL(link);
    expect(`${pathname}${search}`).not.toContain(key.token);
    expect(`${pathname}${search}`).toBe('/notice?view=status');
  });

  it.each(['', 'https://platform.example/notice?view=status', '#case-1', '#content', `#case-1.sender`])(
    'is none where a part is missing: %s',
    (link) => expect(readCaseLink(link)).toBeNull(),
  );
});
