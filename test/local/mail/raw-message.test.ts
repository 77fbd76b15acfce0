import { describe, expect, it } from 'vitest';
import { fieldOf, readAddresses, rewriteForDelivery, splitMessage } from '#local/mail/raw-message';

const AT = Date.parse('2026-10-17T20:00:00Z');

describe('splitMessage', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ])('takes a message with %s apart and unfolds its fields', (_, newline) => {
    const parts = splitMessage(Buffer.from(['Subject: a', '\tb', 'X-A:1', '', 'body', '', 'more'].join(newline)));
    expect(parts.fields).toEqual([
      { name: 'Subject', value: 'a b' },
      { name: 'X-A', value: '1' },
    ]);
    expect(parts.body.toString()).toBe(['body', '', 'more'].join(newline));
    expect(fieldOf(parts, 'x-a')).toBe('1');
  });

  it('takes a message without a body as all header', () => {
    expect(splitMessage(Buffer.from('Subject: a'))).toEqual({
      fields: [{ name: 'Subject', value: 'a' }],
      body: Buffer.alloc(0),
    });
  });
});

describe('rewriteForDelivery', () => {
  const rewrite = (raw: Buffer) => rewriteForDelivery(splitMessage(raw), '<new@ses>', AT);

  it('leaves every byte of the body as it was', () => {
    const body = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
    const written = rewrite(Buffer.concat([Buffer.from('Subject: a\r\n\r\n'), body]));
    expect(written.subarray(-256)).toEqual(body);
  });

  it('adds a date only where none is, and drops blind copies and tags', () => {
    const text = rewrite(
      Buffer.from('To: a@b\r\nBcc: c@d\r\nx-ses-message-tags: a=b\r\nMESSAGE-ID: <old>\r\n\r\n'),
    ).toString();
    expect(text).toBe('To: a@b\r\nDate: Sat, 17 Oct 2026 20:00:00 +0000\r\nMessage-ID: <new@ses>\r\n\r\n');
    expect(rewrite(Buffer.from('Date: yesterday\r\n\r\n')).toString()).toContain('Date: yesterday\r\n');
  });
});

describe('readAddresses', () => {
  it('finds everybody a message is for, out of groups and encoded names', async () => {
    const raw =
      'From: =?utf-8?Q?J=C3=B6?= <j@a>\r\nTo: "x, y" <x@b>, z@b\r\nCc: c@b\r\nBcc: d@b\r\nSubject: =?utf-8?Q?=C3=A4?=\r\n\r\n';
    expect(await readAddresses(splitMessage(Buffer.from(raw)))).toEqual({
      from: ['j@a'],
      to: ['x@b', 'z@b', 'c@b', 'd@b'],
      subject: 'ä',
    });
  });
});
