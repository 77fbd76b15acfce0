import { describe, expect, it } from 'vitest';
import { DeliveryKind } from '#domain/delivery';
import { ElementId } from '#domain/legal-basis';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { READERS } from '#domain/messages/permission';
import { renderMessage } from '#domain/messages/render-message';
import { say } from '#domain/messages/say';
import { SENTENCES } from '#domain/messages/sentence-catalogue';
import { type Language, PartyRole } from '#domain/party';
import { itemFacts, noticeSheet, orderSheet, provenEffect, removalOrderSheet } from './fact-sheets.ts';

const placeholders = (sentence: string) => [...sentence.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]).sort();

describe('the sentence catalogue', () => {
  it('has the same keys with the same placeholders in both languages, and no sentence left untranslated', () => {
    expect(Object.keys(SENTENCES.de).sort()).toEqual(Object.keys(SENTENCES.en).sort());
    for (const [key, english] of Object.entries(SENTENCES.en)) {
      const german = Object.entries(SENTENCES.de).find(([name]) => name === key)?.[1] ?? '';
      expect({ key, placeholders: placeholders(german) }).toEqual({ key, placeholders: placeholders(english) });
    }
  });

  it.each(ElementId.options)(
    'names the missing element and says why it is needed, in both languages: %s',
    (element) => {
      const facts = noticeSheet({ information: { missing: [element], locatable: true, respondBy: null } });

      for (const language of ['en', 'de'] as const) {
        expect(renderMessage('information-request', language, 'sender', facts).text).toContain(
          `- ${SENTENCES[language][`element.${element}`]}`,
        );
      }
    },
  );

  it('asks an authority for what only we want without calling it law, and as law where it is', () => {
    const information = {
      missing: ['statement-of-reasons' as const, 'provision' as const],
      locatable: true,
      respondBy: null,
    };
    const ask = (language: Language, legalBasis: 'AU_OSA' | 'DSA_ART9') =>
      renderMessage('information-request', language, 'authority', orderSheet({ legalBasis, information })).text;
    expect(ask('en', 'AU_OSA')).not.toMatch(/must|right to/);
    expect(ask('de', 'AU_OSA')).not.toMatch(/muss|Recht darauf/);
    expect(ask('en', 'AU_OSA')).toContain('we ask for it so that we can assess the order');
    expect(ask('en', 'DSA_ART9')).toContain('an order must contain it');
  });

  it('claims no assessment of ours where a rule decided', () => {
    const sheet = noticeSheet();
    const decided = (decision: 'fully-automated' | 'not-automated') =>
      noticeSheet({ decision: { ...sheet.decision!, automation: { detection: false, decision } } });
    const write = (language: Language, sheetOf: FactSheet) =>
      renderMessage('statement-of-reasons', language, 'uploader', sheetOf).text;
    expect(write('de', decided('fully-automated'))).not.toContain('nach unserer Bewertung');
    expect(write('de', decided('not-automated'))).toContain('nach unserer Bewertung');
    expect(write('en', decided('fully-automated'))).toContain('Why this provision applies:');
  });

  it('says once what is both the facts and the reason', () => {
    const decision = noticeSheet().decision!;
    const facts = decision.ground!.explanation;
    const statement = renderMessage(
      'statement-of-reasons',
      'en',
      'uploader',
      noticeSheet({ decision: { ...decision, facts } }),
    );
    expect(statement.text.split(facts)).toHaveLength(2);
    expect(statement.text).toContain('stated under 4');
  });

  it('never calls a target or a wish of the sender a deadline or law', () => {
    for (const key of ['clock.target', 'clock.requested'] as const) {
      expect(SENTENCES.en[key]).not.toMatch(/deadline|period/i);
      expect(SENTENCES.de[key]).not.toMatch(/frist/i);
    }
    const targets = noticeSheet();
    expect(renderMessage('receipt', 'de', 'sender', targets).text).not.toMatch(/gesetzliche Frist|internal/);
  });
});

describe('say', () => {
  it.each([undefined, null, '', ' \r\n'])('refuses an absent fact: %j', (reference) => {
    expect(() => say('de', 'closing.reference', { reference })).toThrow(
      expect.objectContaining({ name: 'UnresolvedPlaceholderError', placeholder: 'reference' }),
    );
  });

  it('takes a brace within a fact for text', () => {
    expect(say('en', 'closing.reference', { reference: '{name} $& {' })).toBe('Our reference: {name} $& {');
  });
});

describe('renderMessage', () => {
  it.each(DeliveryKind.options.flatMap((kind) => PartyRole.options.map((role) => [kind, role] as const)))(
    'refuses %s to %s unless it is for that reader',
    (kind, role) => {
      if (READERS[kind].includes(role)) return expect(READERS[kind]).toContain(role);
      return expect(() => renderMessage(kind, 'en', role, noticeSheet())).toThrow(
        expect.objectContaining({ name: 'MessageNotPermittedError' }),
      );
    },
  );

  it('keeps the address of an item as the sender wrote it from the uploader', () => {
    expect(renderMessage('statement-of-reasons', 'en', 'uploader', noticeSheet()).text).not.toContain('share=4f9a1c');
    expect(renderMessage('receipt', 'en', 'sender', noticeSheet()).text).toContain('share=4f9a1c');
  });

  it('keeps text of others to one line of a subject and to quoted lines of a text', () => {
    const order = { ...removalOrderSheet().order!, reference: 'A 1\r\nBcc: all@example.org' };
    const explanation = 'first\r\n\r\nWe restored your content.\u202e';
    const decision = { ...noticeSheet().decision!, facts: explanation };

    const report = renderMessage('effect-report', 'en', 'authority', removalOrderSheet({ order }));
    const statement = renderMessage('statement-of-reasons', 'en', 'uploader', noticeSheet({ decision }));

    expect(report.subject).not.toMatch(/[\r\n]/);
    expect(report.subject.length).toBeLessThanOrEqual(200);
    expect(statement.text).toContain('> first\n>\n> We restored your content.\n');
    expect(statement.text).not.toContain('\u202e');
  });

  it.each([
    ['a statement of reasons for a removal order', 'statement-of-reasons', removalOrderSheet(), 'wrong-document'],
    ['a statement of reasons for an order of a Member State', 'statement-of-reasons', orderSheet(), 'wrong-document'],
    ['information about an order where there is a notice', 'information-about-order', noticeSheet(), 'wrong-document'],
    [
      'anything to the uploader while the order is secret',
      'information-about-order',
      removalOrderSheet({ order: { ...removalOrderSheet().order!, nonDisclosureUntil: '2026-11-01T00:00:00Z' } }),
      'non-disclosure',
    ],
  ] as const)('refuses %s', (_what, kind, facts, reason) => {
    expect(() => renderMessage(kind, 'de', 'uploader', facts)).toThrow(expect.objectContaining({ reason }));
  });

  it('tells the uploader once the secrecy has ended', () => {
    const order = { ...removalOrderSheet().order!, nonDisclosureUntil: '2026-10-17T21:58:00Z' };

    expect(renderMessage('information-about-order', 'de', 'uploader', removalOrderSheet({ order })).text).toContain(
      'Auf Anfrage',
    );
  });

  it('writes a statement of reasons for the demand of a third country', () => {
    const facts = noticeSheet({
      legalBasis: 'AU_OSA',
      trigger: 'third-country-demand',
      order: { ...orderSheet().order!, issuedInUnion: false, issuedAt: '2026-11-20T00:00:00Z' },
    });

    expect(renderMessage('statement-of-reasons', 'en', 'uploader', facts).text).toContain('outside the European Union');
  });

  const proven = provenEffect(['DE']);
  const carriedOut = { ...proven, state: 'pending', effectiveAt: null, provenAt: null } as const;
  const since = { en: '22 Nov 2026, 16:02 CET', de: '22.11.2026, 16:02 Uhr (MEZ)' };

  it.each([
    ['proven', [proven], `has been in effect since ${since.en}`, `seit dem ${since.de} wirksam`],
    ['carried out', [carriedOut], `carried out the measure on ${since.en}`, `am ${since.de} ausgeführt`],
    ['owed', [{ ...carriedOut, appliedAt: null }], 'takes effect as soon as', 'wird wirksam, sobald'],
    [
      'denied',
      [{ ...carriedOut, appliedAt: null, state: 'failed' }],
      'takes effect as soon as',
      'wird wirksam, sobald',
    ],
    ['owed in part', [proven, { ...carriedOut, appliedAt: null }], 'takes effect as soon as', 'wird wirksam, sobald'],
  ] as const)('tells the uploader of a measure that is %s no more than that', (_, effects, english, german) => {
    const facts = noticeSheet({ items: [itemFacts({ effects: [...effects] })] });
    const said = (['en', 'de'] as const).map(
      (language) => renderMessage('statement-of-reasons', language, 'uploader', facts).text,
    );
    expect(said).toEqual([expect.stringContaining(english), expect.stringContaining(german)]);
    expect(said.join().match(/Within this scope|In diesem Geltungsbereich|as soon as|sobald/g)).toHaveLength(2);
  });

  const MIDNIGHT = '2026-12-02T23:00:00Z';
  const [clock] = noticeSheet().clocks;
  const due = {
    clocks: [{ ...clock!, dueAt: MIDNIGHT, audiences: ['sender', 'authority'] }],
  } satisfies Partial<FactSheet>;
  const asked = { missing: ['name'], locatable: true, respondBy: MIDNIGHT } satisfies FactSheet['information'];

  it.each([
    ['receipt', 'sender', noticeSheet(due)],
    ['receipt', 'authority', orderSheet(due)],
    ['information-request', 'sender', noticeSheet({ information: asked })],
    ['information-request', 'authority', orderSheet({ information: asked })],
    ['statement-of-reasons', 'uploader', noticeSheet({ items: [itemFacts({ until: MIDNIGHT })] })],
    ['decision-to-sender', 'sender', noticeSheet({ items: [itemFacts({ until: MIDNIGHT })] })],
  ] as const)('writes the end of a day in a %s to the %s as 24:00, with its zone', (kind, reader, facts) => {
    const utc = reader === 'authority' ? ' (UTC: 2026-12-02T23:00:00Z)' : '';
    expect(renderMessage(kind, 'de', reader, facts).text).toContain(`02.12.2026, 24:00 Uhr (MEZ)${utc}`);
    expect(renderMessage(kind, 'en', reader, facts).text).toContain(`2 Dec 2026, 24:00 CET${utc}`);
  });

  it.each(['pending', 'failed'] as const)('refuses a final effect report while an effect is %s', (state) => {
    const [item] = removalOrderSheet().items;
    const effects = [
      ...item!.effects,
      { territories: ['DE'], state, appliedAt: null, effectiveAt: null, provenAt: null },
    ];
    const facts = removalOrderSheet({ items: [{ ...item!, effects }] });

    expect(() => renderMessage('effect-report', 'de', 'authority', facts)).toThrow(
      expect.objectContaining({ reason: 'unproven' }),
    );
    expect(renderMessage('interim-effect-report', 'de', 'authority', facts).text).toContain('Noch nicht nachgewiesen');
  });

  it('refuses a final effect report that leaves out a decided territory', () => {
    const facts = removalOrderSheet({ items: [itemFacts({ territories: ['EU'] })] });

    expect(() => renderMessage('effect-report', 'de', 'authority', facts)).toThrow(
      expect.objectContaining({ reason: 'unproven' }),
    );
  });

  it('gives the partner the fields that it needs and no other', () => {
    const { json } = renderMessage('partner-restriction', 'de', 'partner', noticeSheet());

    expect(json).toEqual({
      type: 'item.restricted',
      items: [
        {
          itemId: 'trk-1001',
          action: 'disable',
          components: ['audio'],
          territories: ['DE'],
          effectiveAt: '2026-11-22T15:02:11Z',
          reversibleUntil: '2027-05-22T22:00:00Z',
        },
      ],
    });
  });

  it('says so once where reasons are written in another language than the reader is addressed in', () => {
    const note = 'We give the reasons in the language in which they were written.';
    const parts = renderMessage('statement-of-reasons', 'en', 'uploader', noticeSheet()).text.split(note);
    expect(parts).toHaveLength(2);
    expect(renderMessage('statement-of-reasons', 'de', 'uploader', noticeSheet()).text).not.toContain('in der Sprache');
  });

  it('mentions no reference that an order does not have, and numbers each item once', () => {
    const [item] = removalOrderSheet().items;
    const gone = {
      ...item!,
      itemId: 'item-2',
      action: 'none' as const,
      effects: [],
      territories: [],
      absence: 'gone' as const,
    };
    const order = { ...removalOrderSheet().order!, reference: null };
    const facts = removalOrderSheet({ order, items: [item!, gone] });
    const { subject, text } = renderMessage('effect-report', 'de', 'authority', facts);

    expect(subject).toBe('Rückmeldung zu Ihrer Entfernungsanordnung (W-2026-000124)');
    expect(text).not.toMatch(/Aktenzeichen|–/);
    expect(text.match(/^\(\d\)/gm)).toEqual(['(1)', '(2)']);
  });

  it('offers a court without speaking of other ways where there are none', () => {
    const redress = { complaint: false, complaintUntil: null, outOfCourtUrl: null, counterNotice: false };
    const { text } = renderMessage('decision-to-sender', 'en', 'sender', noticeSheet({ redress }));

    expect(text).toContain('You can bring the matter before a court.');
    expect(text).not.toContain('other way');
  });

  it.each(['reject', 'duplicate', 'already-unavailable'] as const)(
    'answers a demand that named nothing: %s',
    (outcome) => {
      const decision = { ...noticeSheet().decision!, outcome, ground: null, facts: null, reasonForSender: 'Not ours.' };
      const { text } = renderMessage('decision-to-sender', 'en', 'sender', noticeSheet({ items: [], decision }));

      expect(text).not.toContain('that you named');
      expect(text).not.toContain('items of content');
    },
  );

  it('says that a decision grants a part where a territory or part asked for is left out', () => {
    const narrower = noticeSheet({ items: [itemFacts({ requestedTerritories: ['DE', 'AT'] })] });
    const fewerParts = noticeSheet({ items: [itemFacts({ requestedComponents: [] })] });

    for (const facts of [narrower, fewerParts]) {
      expect(renderMessage('decision-to-sender', 'en', 'sender', facts).text).toContain('We have done part of what');
    }
  });
});

describe('a report on an order that states no date of issue', () => {
  it.each([
    ['en', 'Time and date of issue stated in the order: none'],
    ['de', 'In der Anordnung genannter Zeitpunkt der Ausstellung: keiner'],
  ] as const)('says so, in words and in data: %s', (language, sentence) => {
    const facts = removalOrderSheet({ order: { ...removalOrderSheet().order!, issuedAt: null } });
    const { text, json } = renderMessage('effect-report', language, 'authority', facts);
    expect(text).toContain(sentence);
    expect(json).toMatchObject({ orderIssuedAt: null });
  });
});
