import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factValues } from '#domain/messages/fact-values';
import { FIELD_RULES } from '#domain/messages/field-rules';
import { findLeaks, leakSearch } from '#domain/messages/find-leaks';
import { renderMessage } from '#domain/messages/render-message';
import { Language, PartyRole } from '#domain/party';
import { itemFacts, noticeSheet } from './fact-sheets.ts';
import { attempt, generatedSheets, isMarked, kindsFor } from './generated-sheets.ts';
import { UNRESOLVED } from './unresolved.ts';

const READERS_OF_MESSAGES = PartyRole.options.filter((audience) => kindsFor(audience).length > 0);
/** The text fields that are kept from some reader of messages: each is marked in some case. */
const MARKED_AND_KEPT = FIELD_RULES.filter(
  ({ path, audiences, kind }) =>
    (kind === 'text' || kind === 'prose') &&
    path !== 'legalBasis' &&
    READERS_OF_MESSAGES.some((reader) => !audiences.includes(reader)),
).map(({ path }) => path);

describe('findLeaks', () => {
  it('finds nothing in any message to any reader over 500 generated cases, and each mark stays where it may be', () => {
    const written = new Set<string>();
    const kept = new Set<string>();
    fc.assert(
      fc.property(generatedSheets(), ({ facts, seed }) => {
        const found: unknown[] = [];
        for (const audience of READERS_OF_MESSAGES) {
          const search = leakSearch(facts, audience);
          const hidden = factValues(facts, audience).filter(({ value, cleared }) => !cleared && isMarked(value));
          for (const { rule } of hidden) kept.add(rule.path);
          // Each language in every second case: 500 of them hold all kinds in both many times over.
          for (const [index, kind] of kindsFor(audience).entries()) {
            const language = (index + seed) % 2 === 0 ? 'en' : 'de';
            const message = attempt(kind, language, audience, facts);
            if (!message) continue;
            written.add(`${kind} to ${audience} in ${language}`);
            const whole = JSON.stringify(message);
            const seen = hidden.filter(({ value }) => whole.includes(value));
            found.push(...search(message), ...seen.map(({ rule }) => rule.path));
            if (audience !== 'partner') found.push(...(UNRESOLVED.exec(`${message.subject}\n${message.text}`) ?? []));
          }
        }
        expect(found).toEqual([]);
      }),
      { numRuns: 500 },
    );
    const every = READERS_OF_MESSAGES.flatMap((audience) =>
      kindsFor(audience).flatMap((kind) => Language.options.map((language) => `${kind} to ${audience} in ${language}`)),
    );
    expect([...written].toSorted()).toEqual(every.toSorted());
    expect([...kept]).toEqual(expect.arrayContaining(MARKED_AND_KEPT));
  }, 90_000);

  const facts = noticeSheet({ confidential: [{ label: 'reviewer', value: 'Ines Okonkwo', audiences: [] }] });
  const clean = renderMessage('statement-of-reasons', 'de', 'uploader', facts);

  it.each([
    ['as it is', 'ansprueche@kanzlei-beispiel.example', 'sender.email'],
    ['in another case', 'ANSPRUECHE@Kanzlei-Beispiel.Example', 'sender.email'],
    ['by its local part', 'bitte an ansprueche wenden', 'sender.email'],
    ['by its domain', 'https://kanzlei-beispiel.example/', 'sender.email'],
    ['percent-encoded', 'q=ansprueche%40kanzlei%2Dbeispiel.example', 'sender.email'],
    ['quoted-printable over a soft line break', 'ansprue=\r\nche=40kanzlei-beispiel.example', 'sender.email'],
    ['as HTML entities', 'Kanzlei&#32;Beispiel', 'sender.name'],
    ['over a line break of a quotation', '> Kanzlei\n> Beispiel', 'sender.name'],
    ['spaced out', 'K a n z l e i  Beispiel', 'sender.name'],
    ['last name first', 'Okonkwo, Ines', 'confidential[].value'],
    ['as one sentence of a free text', 'Er schreibt: Meine Mandantin lebt dort.', 'sender.explanation'],
    ['as a formatted time', 'Eingang: 22.11.2026, 15:40 Uhr (MEZ)', 'receivedAt'],
    ['as a signature', 'Laut Jane Doe ist das so.', 'sender.signature'],
    ['with an initial', 'I. Okonkwo hat das geprüft.', 'confidential[].value'],
    ['with a form of address', 'Frau Okonkwo hat das geprüft.', 'confidential[].value'],
    ['with an English form of address', 'Ms Doe told us so.', 'sender.signature'],
    ['with a title', 'Dr. Doe told us so.', 'sender.signature'],
    ['with letters of another script', 'Inеs Оkоnkwо', 'confidential[].value'],
    ['with a capital of another script', 'Kanzlei Βeispiel', 'sender.name'],
    ['with an e-mail address spelled out', 'ansprueche (at) kanzlei-beispiel (dot) example', 'sender.email'],
    ['with a hyphen of another length', 'kanzlei‑beispiel.example', 'sender.email'],
  ])('finds a value %s', (_how, seeded, field) => {
    const leaks = findLeaks({ ...clean, text: `${clean.text}\n${seeded}` }, facts, 'uploader');

    expect(leaks).toContainEqual({ field, place: 'text' });
  });

  it('looks into the subject, the JSON with its keys, and whatever travels with the message', () => {
    const leaky = {
      subject: 'Kanzlei Beispiel',
      text: '',
      json: { deep: [{ 'Kanzlei Beispiel': 1 }] },
      extras: { fileName: 'kanzlei beispiel.pdf' },
    };

    const places = findLeaks(leaky, facts, 'partner').map(({ place }) => place);

    expect(places).toEqual(['subject', 'json', 'fileName']);
  });

  it('finds the notifier named in the free text that a decider wrote for the uploader', () => {
    const careless = noticeSheet({
      decision: { ...noticeSheet().decision!, facts: 'Die Kanzlei Beispiel hat uns den Titel gemeldet.' },
    });

    const leaks = findLeaks(renderMessage('statement-of-reasons', 'de', 'uploader', careless), careless, 'uploader');

    expect(leaks).toEqual([{ field: 'sender.name', place: 'text' }]);
  });

  const telling = noticeSheet({
    sender: {
      ...noticeSheet().sender!,
      name: 'Maria Müller',
      signature: 'gez. Maria Anna von der Aue',
      explanation:
        'Ich wohne in der Hauptstraße 5. Rufen Sie an: 0176 1234567. Am 01.02.2026 um 20:15 Uhr war ich dort, ' +
        'oder in 12 Long Road; mein Büro hat die +49 (0)30 / 901820-55 und maria.m@buero.example.',
    },
  });

  it.each([
    ['a telephone number as given', 'Tel. 0176 1234567', 'sender.explanation'],
    ['a telephone number from abroad', 'Tel. +49176/123-45-67', 'sender.explanation'],
    ['a telephone number with the country in it', 'Tel. 030 90182055', 'sender.explanation'],
    ['a street', 'in der Hauptstr. 5', 'sender.explanation'],
    ['an English street', 'lives at 12 LONG ROAD', 'sender.explanation'],
    ['an address in free text', 'schreiben Sie an maria.m@buero.example', 'sender.explanation'],
    ['a name with its vowels spelled out', 'Maria Mueller', 'sender.name'],
    ['a name without its accents', 'Maria Muller', 'sender.name'],
    ['a name with an initial', 'M. Müller', 'sender.name'],
    ['a name in the genitive', 'Frau Müllers Meldung', 'sender.name'],
    ['a last name of several words', 'Frau von der Aue', 'sender.signature'],
    ['a name without the second first name', 'Maria von der Aue', 'sender.signature'],
  ])('finds %s', (_what, seeded, field) => {
    const message = { subject: '', text: `Im Refrain, so heißt es, ${seeded}, wird gerufen.` };

    expect(findLeaks(message, telling, 'uploader')).toContainEqual({ field, place: 'text' });
  });

  it.each([
    'Am 01.02.2026 um 20:15 Uhr wurde der Refrain um 00:43 bis 01:12 gehört, 10000 Hörer, Titel 123456789.',
    'Die Hauptstraße im Titelbild ist nicht erkennbar. Der Weg dorthin steht auf Seite 5.',
    'Maria heißt ein Lied; eine Aue und die Müllerin kommen darin vor, Frau und Herr Aurich nicht.',
  ])('takes common words, dates and numbers for no leak: %s', (text) => {
    expect(findLeaks({ subject: '', text }, telling, 'uploader')).toEqual([]);
  });

  it.each([
    ['e-mail address', { facts: 'ansprueche@kanzlei-beispiel.example' }, 'sender.email'],
    ['name', { facts: 'Kanzlei Beispiel' }, 'sender.name'],
    ['explanation', { facts: noticeSheet().sender!.explanation }, 'sender.explanation'],
    [
      'name in the provision',
      { ground: { type: 'illegal' as const, provision: '§ 130 StGB, so Kanzlei Beispiel', explanation: 'Darum.' } },
      'sender.name',
    ],
  ])('never takes free text for a reason to know the %s of the sender', (_what, careless, field) => {
    const sheet = noticeSheet({ decision: { ...noticeSheet().decision!, ...careless } });
    const leaks = findLeaks(renderMessage('statement-of-reasons', 'de', 'uploader', sheet), sheet, 'uploader');

    expect(leaks).toContainEqual({ field, place: 'text' });
  });

  it('takes a reason told to two readers for no leak', () => {
    const { decision } = noticeSheet();
    const sheet = noticeSheet({ decision: { ...decision!, facts: decision!.ground!.explanation } });

    expect(findLeaks(renderMessage('decision-to-sender', 'en', 'sender', sheet), sheet, 'sender')).toEqual([]);
  });

  it('takes the disclosed name of a sender for no leak, but still the address', () => {
    const disclosed = noticeSheet({ senderDisclosed: true });
    const message = renderMessage('statement-of-reasons', 'en', 'uploader', disclosed);

    expect(message.text).toContain('Kanzlei Beispiel');
    expect(findLeaks(message, disclosed, 'uploader')).toEqual([]);
    const wrong = { ...message, text: `${message.text} ansprueche@kanzlei-beispiel.example` };
    expect(findLeaks(wrong, disclosed, 'uploader')).toEqual([{ field: 'sender.email', place: 'text' }]);
  });

  it('takes a value inside a longer cleared value for no leak', () => {
    const namesake = noticeSheet({
      sender: { ...noticeSheet().sender!, name: 'Mara' },
      uploader: { name: 'Mara Lind', email: null },
    });
    const message = renderMessage('statement-of-reasons', 'en', 'uploader', namesake);

    expect(findLeaks(message, namesake, 'uploader')).toEqual([]);
    expect(findLeaks({ ...message, text: `${message.text} Mara` }, namesake, 'uploader')).toHaveLength(1);
  });

  it('never repeats the value in what it reports', () => {
    const leaks = findLeaks({ subject: 'Kanzlei Beispiel', text: '' }, facts, 'uploader');

    expect(JSON.stringify(leaks)).not.toContain('Beispiel');
  });

  it('checks a message with 2,000 items within seconds', () => {
    const items = Array.from({ length: 2_000 }, (_, index) =>
      itemFacts({
        itemId: `item-${index}`,
        url: `https://klangwerk.example/tracks/trk-${index}`,
        submittedUrl: `https://klangwerk.example/tracks/trk-${index}?share=${index}`,
        note: `Hinweis der Meldenden zum Titel Nummer ${index}`,
      }),
    );
    const many = noticeSheet({ items });
    const started = performance.now();

    expect(findLeaks(renderMessage('statement-of-reasons', 'de', 'uploader', many), many, 'uploader')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
