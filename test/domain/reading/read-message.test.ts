import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../domain/reading/read-message.ts';
import * as messages from './messages.ts';

function passagesOf(reading: ReturnType<typeof readMessage>) {
  const { kind, legalBasis, language, items, works, unclear, elements, dates, references, signals } = reading;
  return [
    ...[kind, legalBasis, language, ...dates, ...references, ...signals].flatMap(({ passages }) => passages),
    ...[...items, ...works, ...unclear].flatMap(({ passages }) => passages),
    ...Object.values(elements).map(({ passage }) => passage),
  ];
}

describe('readMessage', () => {
  it.each([
    ['a form', messages.FORM_NOTICE, 'notice', 'US_DMCA_512', 'en'],
    ['a form in plain lines', messages.PLAIN_FORM, 'notice', 'US_DMCA_512', 'en'],
    ['a letter', messages.LETTER_EN, 'notice', 'US_DMCA_512', 'en'],
    ['a German letter', messages.LETTER_DE, 'notice', 'DSA_ART16', 'de'],
    ['a German demand for erasure', messages.ERASURE_DE, 'notice', 'GDPR_ART17', 'de'],
    ['an order of a German court', messages.COURT_DE, 'order', 'COURT_ORDER', 'de'],
    ['a removal order', messages.TERRORIST_CONTENT, 'order', 'EU_TCO_ART3', 'en'],
    ['a counter-notice', messages.COUNTER_NOTICE_EN, 'counter-notice', 'US_DMCA_512', 'en'],
    ['a German counter-notice', messages.COUNTER_NOTICE_DE, 'counter-notice', 'US_DMCA_512', 'de'],
    ['a withdrawal above the notice', messages.WITHDRAWAL_EN, 'withdrawal', null, 'en'],
    ['a German withdrawal', messages.WITHDRAWAL_DE, 'withdrawal', null, 'de'],
    [
      'an order that is only forwarded',
      `FYI\n\n> ${messages.COURT_DE.replaceAll('\n', '\n> ')}`,
      'order',
      'COURT_ORDER',
      'de',
    ],
    ['a question', messages.QUESTION, 'other', null, 'en'],
    ['nothing', '', 'other', null, null],
  ])('reads kind, legal basis and language of %s', (_, text, kind, legalBasis, language) => {
    const reading = readMessage(text);
    expect({
      kind: reading.kind.value,
      legalBasis: reading.legalBasis.value,
      language: reading.language.value,
    }).toEqual({ kind, legalBasis, language });
  });

  it.each([
    ['a form', messages.FORM_NOTICE, []],
    ['a letter', messages.LETTER_EN, []],
    [
      'a letter without its statements',
      `${messages.LETTER_EN.replace(/I have a good[\s\S]*owner\./, '')}\nDMCA`,
      ['good-faith', 'accuracy', 'penalty-of-perjury'],
    ],
    ['a German letter', messages.LETTER_DE, []],
    ['a German letter without address', messages.LETTER_DE.replace(/, E-Mail.*/, ''), ['email']],
    ['a demand for erasure', messages.ERASURE_DE, []],
    ['a demand for erasure of nothing', messages.ERASURE_DE.replace(/https:\S*/, ''), ['location']],
    ['an order of a court', messages.COURT_DE, []],
    ['an order without reasons', messages.COURT_DE.replace(/Gründe:.*/, '§ 823 BGB'), ['statement-of-reasons']],
    ['an unsigned removal order', messages.TERRORIST_CONTENT, ['signed']],
    ['a counter-notice', messages.COUNTER_NOTICE_EN, []],
    [
      'a German counter-notice without signature',
      messages.COUNTER_NOTICE_DE.replace(/Unterschrift.*/, ''),
      ['signature'],
    ],
    ['a withdrawal', messages.WITHDRAWAL_EN, []],
  ])('tells what is missing in %s', (_, text, missing) => {
    expect(readMessage(text).missing).toEqual(missing);
  });

  it('shows each element by its passage', () => {
    const { elements } = readMessage(messages.COURT_DE);
    expect(Object.fromEntries(Object.entries(elements).map(([id, { passage }]) => [id, passage.text]))).toMatchObject({
      location: 'https://writ.example/podcasts/pod-9',
      'order-reference': '12 O 345/26',
      'issued-at': '04.11.2026',
      'statement-of-reasons': expect.stringMatching(/^Gründe: Die Äußerung/),
      redress: expect.stringContaining('Widerspruch'),
    });
  });

  it('reads dates and references', () => {
    const { dates, references } = readMessage(messages.TERRORIST_CONTENT);
    expect(dates).toMatchObject([{ value: '2026-11-20', certainty: 'sure', passages: [{ text: '2026-11-20' }] }]);
    expect(references).toMatchObject([{ value: 'TE-2026-44' }]);
  });

  it.each([
    ['Er will sich heute Nacht umbringen.', 'self-harm'],
    ['He says that he is going to kill his teacher', 'threat-to-life'],
    ['Der Upload zeigt sexuellen Missbrauch eines Kindes.', 'child-safety'],
    ['Er will sich um\u200bbringen', 'self-harm'],
  ])('gives "%s" to a person as a signal and reports nothing by it', (text, signal) => {
    expect(readMessage(`Bitte lesen Sie das.\n\n${text}\n`).signals).toMatchObject([
      { value: signal, certainty: 'uncertain' },
    ]);
  });

  it('cites the sentence that holds a signal', () => {
    const { signals } = readMessage('Guten Tag. Er will sich heute\nNacht umbringen, schrieb er. Bitte helfen Sie.');
    expect(signals[0]?.passages[0]?.text).toBe('Er will sich heute\nNacht umbringen, schrieb er.');
  });

  it('takes what a person says for what was read, and reads anew what follows from it', () => {
    const url = 'https://writ.example/tracks/trk-501';
    const reading = readMessage(messages.LETTER_DE, { legalBasis: 'US_DMCA_512', works: [url], language: 'en' });
    expect(reading.legalBasis).toEqual({ value: 'US_DMCA_512', certainty: 'corrected', passages: [] });
    expect(reading.language.value).toBe('en');
    expect(reading.works).toMatchObject([{ url, certainty: 'corrected', passages: [{ text: url }] }]);
    expect(reading.items.map((item) => item.url)).toEqual(['https://writ.example/comments/cmt-7']);
    expect(reading.missing).toContain('penalty-of-perjury');
    expect(readMessage(messages.LETTER_DE, { kind: 'withdrawal' })).toMatchObject({
      kind: { value: 'withdrawal', certainty: 'corrected' },
      missing: [],
    });
  });

  it('never takes for an item what a person calls the work', () => {
    const own = 'https://writ.example/tracks/trk-501';
    const { items, works } = readMessage(messages.LETTER_DE, { items: [own, `${own}2`], works: [`${own}/`] });
    expect([items.map(({ url }) => url), works.map(({ url }) => url)]).toEqual([[`${own}2`], [`${own}/`]]);
  });
});

/** Long enough that time in proportion to its square would be minutes. */
const LONG = 200_000;

describe('any text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(...Object.values(messages).flatMap((text) => text.split('\n'))),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('> ', '**', 'https://', '[.]', '(', '\r', 'İ', '=\n', ' : '),
    ),
    { maxLength: 40 },
  );

  it('is read without a throw, each passage standing in it and no address both item and work', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('\n', '\r\n', ' ', ''), (parts, glue) => {
        const text = parts.join(glue);
        const reading = readMessage(text);
        for (const { start, end, text: shown } of passagesOf(reading)) {
          expect(text.slice(start, end)).toContain(shown.replace(/…$/, ''));
        }
        const works = new Set(reading.works.map(({ url }) => url));
        expect(reading.items.filter(({ url }) => works.has(url))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['one letter', 'a'],
    ['spaces', ' '],
    ['marks of a quotation', '>'],
    ['stars', '*'],
    ['parentheses', '('],
    ['empty lines', '\n'],
    ['a word', 'infringing '],
    ['words that begin phrases', 'to remove will '],
    ['addresses', 'https://a.example/b '],
    ['broken addresses', 'https://'],
    ['deep quotations', '> > > > a\n'],
    ['bold lines', '**a**\n'],
    ['addresses and mails', 'a@b.example,'],
    ['dates', '1.1.2026 '],
    ['labels', 'Name:\n'],
    ['references', 'Az.: 1 '],
  ])('is read in time in proportion to its length: %s', (_, unit) => {
    const started = performance.now();
    readMessage(unit.repeat(LONG / unit.length));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('that is longer than what is read says so', () => {
    expect(readMessage('a '.repeat(250_001)).cut).toBe(true);
    expect(readMessage('a').cut).toBe(false);
  });
});
