import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ChosenFile, FILE_LIMITS, faultOfFile, toBase64, toHex } from '../../../console/notice/files.ts';
import { toRequest } from '../../../console/notice/to-request.ts';
import { NoticeRequest } from '../../../domain/submission.ts';
import { filledDraft } from './filled-draft.ts';

function file(name: string, bytes = 10, mediaType = 'application/pdf'): ChosenFile {
  const content = Buffer.alloc(bytes, name).toString('base64');
  return { fileName: `${name}.pdf`, mediaType, bytes, sha256: name, content };
}

describe('files that go along with a notice', () => {
  const many = Array.from({ length: FILE_LIMITS.most }, (_, index) => file(`f${index}`));

  it.each([
    ['a first one', file('a'), [], null],
    ['one of another type', file('a', 10, 'application/zip'), [], 'type'],
    ['one with the same content', file('f0'), many.slice(0, 1), 'twice'],
    ['one more than is taken', file('a'), many, 'too-many'],
    ['the largest', file('a', FILE_LIMITS.bytes - 10), many.slice(0, 1), null],
    ['one that makes them too large together', file('a', FILE_LIMITS.bytes - 9), many.slice(0, 1), 'too-large'],
  ] as const)('are judged one by one: %s', (_, one, chosen, fault) => {
    expect(faultOfFile(one, chosen)).toBe(fault);
  });

  it('are written as the interface reads them, whatever their bytes and length', () => {
    const bytes = Uint8Array.from({ length: 20_001 }, (_, index) => (index * 31) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    const hash = createHash('sha256').update(bytes).digest();
    expect(toHex(new Uint8Array(hash))).toBe(hash.toString('hex'));
  });

  it('fit into a notice with all that can be typed in', () => {
    const texts = { ...filledDraft().texts, explanation: 'ß'.repeat(19_000) };
    const request = toRequest({ ...filledDraft(), texts }, 'de', null, [file('a', FILE_LIMITS.bytes)]);
    expect(NoticeRequest.parse(request).attachments).toHaveLength(1);
    expect(Buffer.byteLength(JSON.stringify(request))).toBeLessThan(1024 * 1024);
  });

  it.each(['child-abuse', 'intimate'] as const)(
    'are never taken where they could show what the notice is about: %s',
    (concern) => {
      const request = toRequest({ ...filledDraft(), concern }, 'en', null, [file('a')]);
      expect(request.legalBasis).toBe('DSA_ART16');
      expect(request.attachments).toBeUndefined();
    },
  );
});
