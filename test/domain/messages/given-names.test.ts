import { describe, expect, it } from 'vitest';
import { nameToGreet, referenceToRepeat } from '#domain/messages/given-names';
import { renderMessage } from '#domain/messages/render-message';
import { noticeSheet, orderSheet } from './fact-sheets.ts';

const ATTACK = 'Ihr Konto wurde gesperrt, klicken Sie http://evil.example/login';

describe('nameToGreet', () => {
  it.each([
    'Mara Lind',
    'Kanzlei Beispiel',
    'Dr. Ursula von der Leyen',
    "Seán O'Brien-Müller",
    'J. R. R. Tolkien',
    'Müller & Schmidt mbB',
    'مرحبا',
    '李 明',
  ])('greets by: %s', (name) => {
    expect(nameToGreet(name)).toBe(name);
  });

  it.each([
    ATTACK,
    'Ihr Konto wurde gesperrt',
    'evil.example',
    'www.evil.example',
    'Mara\r\nBcc: evil@evil.example',
    'Mara\u2028Lind',
    'Mara\u202eLind',
    'mara@post.example',
    'Konto 0900 123456',
    '<b>Mara</b>',
    `Mara ${'L'.repeat(80)}`,
    'Sie Haben Eine Million Euro Gewonnen Heute',
    '',
    null,
  ])('greets nobody by: %s', (given) => {
    expect(nameToGreet(given)).toBeNull();
  });

  it.each([
    ['de', 'Guten Tag,'],
    ['en', 'Good day,'],
  ] as const)('is left out of a mail in %s that anybody can have sent', (language, greeting) => {
    const sheet = noticeSheet({ sender: { ...noticeSheet().sender!, name: ATTACK } });
    const { subject, text } = renderMessage('receipt', language, 'sender', sheet);

    expect(text.split('\n')[0]).toBe(greeting);
    expect(subject + text).not.toContain('evil.example');
  });
});

describe('referenceToRepeat', () => {
  it.each(['BKA-2026-0815', '324 O 411/26', '1 BvR 16/13 (eA)'])('repeats: %s', (reference) => {
    expect(referenceToRepeat(reference)).toBe(reference);
  });

  it.each(['http://evil.example/login', 'evil.example/login', 'www.evil.example', 'a\nb', 'x'.repeat(81), '', null])(
    'does not repeat: %s',
    (reference) => {
      expect(referenceToRepeat(reference)).toBeNull();
    },
  );

  it('leaves the subject of a report without what is no reference', () => {
    const sheet = orderSheet({ order: { ...orderSheet().order!, reference: 'Klicken: http://evil.example/login' } });

    expect(renderMessage('effect-report', 'de', 'authority', sheet).subject).not.toContain('evil.example');
  });
});
