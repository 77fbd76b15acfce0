import { describe, expect, it } from 'vitest';
import { payloadIdOf } from '#runtime/commitment';
import { documentKeyOf } from '#runtime/commitment-names';

describe('documentKeyOf', () => {
  it.each([
    'c1/sender/request',
    'c1/uploader-1/messages/c1.d1.statement-of-reasons.uploader-1',
    'c1/case/capsules/c1.d1/0',
    'c1/case/capsules/c1.d1/0-7e',
    'c1/sender/withdrawals/withdrawal-7e',
    'c1/case/decisions/decision-7e',
    'c1/case/approvals/c1.d1-1',
    'c1/sender/information/2',
    'c1/case/notes/note-1',
  ])('finds %s again from the name of its payload', (documentKey) => {
    expect(documentKeyOf('c1', payloadIdOf(documentKey), null)).toBe(documentKey);
  });

  it('takes the document that the event names when it fits, and only then', () => {
    expect(documentKeyOf('c1', 'case.a.b', 'c1/case/a/b')).toBe('c1/case/a/b');
    expect(documentKeyOf('c1', 'case.a.b', 'c1/case/other')).toBe('c1/case/a.b');
  });
});
