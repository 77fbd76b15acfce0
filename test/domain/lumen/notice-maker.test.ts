import { describe, expect, it } from 'vitest';
import { LEGAL_BASES } from '#domain/catalogue/catalogue';
import { LUMEN_RULES, type LumenRule } from '#domain/catalogue/lumen';
import { LegalBasisId } from '#domain/legal-basis';
import { LumenNotice } from '#domain/lumen/notice';
import { makeNotice, type NoticeParticulars, REDACTED } from '#domain/lumen/notice-maker';
import { isOrganisation } from '#domain/lumen/organisation';
import { sharingRule } from '#domain/lumen/sharing';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { itemFacts, noticeSheet, orderSheet } from '../messages/fact-sheets.ts';

const SENDER = { name: 'Beispiel Records GmbH', email: 'x@records.example', country: 'DE', signature: 'Jane Doe' };
const DMCA = { rule: LUMEN_RULES.US_DMCA_512, language: 'en', authorityCountry: null };
const WORKS = [{ description: 'Harbour Lights, 2019', url: 'https://label.example/harbour?ref=jane.doe#top' }];

function takedown(changes: Partial<FactSheet> = {}): FactSheet {
  const sender = { ...SENDER, explanation: 'Mara Lind copied it.' };
  return noticeSheet({ legalBasis: 'US_DMCA_512', trigger: 'copyright-notice', sender, ...changes });
}

function made(facts: FactSheet, particulars: Partial<NoticeParticulars> = {}): LumenNotice {
  const result = makeNotice(facts, { ...DMCA, works: WORKS, ...particulars });
  if (result.kind === 'bad') throw new Error(`refused for ${result.fields.join(', ')}`);
  return result.notice;
}

describe('makeNotice', () => {
  it('tells of a takedown notice what its redaction profile lets through, and nothing else', () => {
    expect(made(takedown())).toEqual({
      type: 'DMCA',
      title: 'DMCA notice to Klangwerk GmbH',
      date_received: '2026-11-22T14:40:05Z',
      language: 'en',
      action_taken: 'Yes',
      tag_list: 'tracks, disable',
      jurisdiction_list: 'US',
      regulation_list: '17 U.S.C. 512',
      works_attributes: [
        {
          description: 'Harbour Lights, 2019',
          kind: 'tracks',
          infringing_urls_attributes: [{ url: 'https://klangwerk.example/tracks/trk-1001' }],
          copyrighted_urls_attributes: [{ url: 'https://label.example/harbour' }],
        },
      ],
      entity_notice_roles_attributes: [
        { name: 'recipient', entity_attributes: { name: 'Klangwerk GmbH', kind: 'organization' } },
        { name: 'submitter', entity_attributes: { name: 'Klangwerk GmbH', kind: 'organization' } },
        { name: 'sender', entity_attributes: { name: 'Beispiel Records GmbH', kind: 'organization' } },
      ],
    });
  });

  it('tells of a court order the court and where it sits, and no work', () => {
    const rule = LUMEN_RULES.COURT_ORDER;
    const notice = made(orderSheet({ legalBasis: 'COURT_ORDER' }), { rule, authorityCountry: 'DE', language: 'de' });
    expect(notice).toMatchObject({ type: 'CourtOrder', jurisdiction_list: 'DE', regulation_list: 'Court order' });
    expect(notice.entity_notice_roles_attributes.at(-1)).toMatchObject({
      name: 'issuing_court',
      entity_attributes: { kind: 'organization', country_code: 'DE' },
    });
    expect(notice.works_attributes[0]).not.toHaveProperty('description');
    expect(notice.works_attributes[0]?.copyrighted_urls_attributes).toEqual([]);
  });

  it('leaves an order of which it is not known from where it came to a person', () => {
    const particulars = { rule: LUMEN_RULES.DSA_ART9, language: 'de', authorityCountry: null, works: [] };
    expect(makeNotice(orderSheet(), particulars)).toEqual({ kind: 'bad', fields: ['jurisdiction_list'] });
  });

  it.each([
    ['Yes', [itemFacts(), itemFacts({ itemId: 'item-2' })]],
    ['Partial', [itemFacts(), itemFacts({ itemId: 'item-2', action: 'none', effects: [] })]],
    ['No', [itemFacts({ action: 'none', effects: [] })]],
  ] as const)('says %s of what was done', (action, items) => {
    expect(made(takedown({ items: [...items] })).action_taken).toBe(action);
  });

  it.each([
    ['the sender’s name', { sender: { ...SENDER, name: 'Jane Doe', explanation: null } }, 'A song by Jane Doe'],
    ['an uploader’s name', {}, 'Copied by Mara Lind'],
    ['a mail address', {}, 'Ask rights@label.example'],
    ['a telephone number', {}, 'Call +49 30 1234567'],
    ['a street address', {}, 'Recorded at Hauptstraße 5'],
    ['so much prose that anybody may be named in it', {}, 'word '.repeat(80)],
  ] as const)('does not tell a description that holds %s', (_what, changes, description) => {
    const notice = made(takedown(changes), { works: [{ description, url: null }] });
    expect(notice.works_attributes[0]?.description).toBe(REDACTED);
  });

  it('leaves out addresses that hold a name, also percent-encoded', () => {
    const works = [
      { url: 'https://label.example/M%61ra%20Lind' },
      { url: 'javascript:alert(1)' },
      { url: 'https://a.b/%E0%A4' },
    ];
    expect(made(takedown(), { works }).works_attributes[0]?.copyrighted_urls_attributes).toEqual([
      { url: 'https://a.b/%E0%A4' },
    ]);
  });

  it('names nobody who may be a human being', () => {
    const sender = { ...SENDER, name: 'Jane Doe', explanation: null };
    const roles = made(takedown({ sender })).entity_notice_roles_attributes;
    expect(roles.at(-1)).toEqual({ name: 'sender', entity_attributes: { name: REDACTED, kind: 'individual' } });
    expect(JSON.stringify(roles)).not.toContain('Doe');
  });
});

describe('LumenNotice', () => {
  const whole = made(takedown());

  it.each([
    ['a type that Lumen would take for DMCA', { type: 'Copyright' }, 'type'],
    ['no work', { works_attributes: [] }, 'works_attributes'],
    [
      'nobody who received it',
      { entity_notice_roles_attributes: whole.entity_notice_roles_attributes.slice(1) },
      'entity_notice_roles_attributes',
    ],
    ['a misspelt field, as a published client sends it', { jurisidiction_list: 'US' }, ''],
    ['a title of 256 characters', { title: 'x'.repeat(256) }, 'title'],
  ] as const)('refuses %s', (_what, changes, field) => {
    const parsed = LumenNotice.safeParse({ ...whole, ...changes });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });
});

describe('what is shared', () => {
  const NEVER = [
    ...['GDPR_ART17', 'US_TIDA', 'UK_OSA_NCII', 'IN_3_2_B', 'EU_TCO_ART3', 'US_2258A', 'AU_OSA', 'TERMS'],
  ] as const;

  it.each(NEVER)('is nothing on %s', (legalBasis) => {
    expect(
      sharingRule({ legalBasis, danger: null }, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS'),
    ).toBeNull();
  });

  it('is a notice under Art 16 only where it is about intellectual property', () => {
    const share = (category?: Parameters<typeof sharingRule>[1]) =>
      sharingRule({ legalBasis: 'DSA_ART16', danger: null }, category);
    expect(share('STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS')?.type).toBe('Other');
    expect(share('STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH')).toBeNull();
    expect(share()).toBeNull();
  });

  it('is nothing about minors or intimate images, and nothing of a case in which a child may be in danger', () => {
    const dmca = { legalBasis: 'US_DMCA_512', danger: null } as const;
    expect(sharingRule(dmca, undefined)?.type).toBe('DMCA');
    expect(sharingRule(dmca, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS')).toBeNull();
    expect(sharingRule(dmca, 'STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN')).toBeNull();
    const danger = { pageId: 'p', acknowledgedBy: null, acknowledgedAt: null };
    expect(sharingRule({ ...dmca, danger: { ...danger, signals: ['self-harm'] } }, undefined)).not.toBeNull();
    expect(sharingRule({ ...dmca, danger: { ...danger, signals: ['child-safety'] } }, undefined)).toBeNull();
  });

  it('is said with its reason and source for every basis there is', () => {
    const rules = Object.entries(LUMEN_RULES) as [LegalBasisId, LumenRule][];
    expect(rules.map(([id]) => id).toSorted()).toEqual(LegalBasisId.options.toSorted());
    for (const [, { because, source }] of rules) expect([because.en, because.de, source.cite]).not.toContain('');
    expect(
      LEGAL_BASES.filter(({ id }) => LUMEN_RULES[id].shared)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...['COURT_ORDER', 'DSA_ART16', 'DSA_ART9', 'EU_TM', 'US_DMCA_512']]);
  });
});

describe('isOrganisation', () => {
  it.each(['Beispiel Records GmbH', 'Label Ltd', 'Verein e.V.', 'Acme, Inc.', 'Société S.A.'])(
    'knows %s by its form',
    (name) => {
      expect(isOrganisation(name)).toBe(true);
    },
  );

  it.each(['Jane Doe', 'Kanzlei Jane Doe', 'Jane Doe e. K.', 'Agnes Incognito', ''])(
    'takes %s for somebody',
    (name) => {
      expect(isOrganisation(name)).toBe(false);
    },
  );
});
