import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemEffect } from '#domain/case-rows';
import { Action } from '#domain/decision';
import type { FactSheet, ItemFacts } from '#domain/messages/fact-sheet';
import { refuseUnpermitted } from '#domain/messages/permission';
import { EEA_COUNTRIES, EU_MEMBER_STATES } from '#domain/territory';
import { eachOnce, inLots, isStated, scopeInDatabase } from '#domain/transparency-database/entries';
import { puidOf } from '#domain/transparency-database/puid';
import type { Statement } from '#domain/transparency-database/statement';
import { statementMaker } from '#domain/transparency-database/statement-maker';
import { itemFacts, noticeSheet, orderSheet, provenEffect, removalOrderSheet } from '../messages/fact-sheets.ts';

const PARTICULARS = { puid: 'p-1', language: 'de' } as const;

function made(changes: Partial<FactSheet> = {}, item: Partial<ItemFacts> = {}) {
  const facts = noticeSheet({ uploader: null, ...changes });
  return statementMaker(facts)({ ...itemFacts(), ...item }, PARTICULARS);
}

function statement(changes: Partial<FactSheet> = {}, item: Partial<ItemFacts> = {}): Statement {
  const checked = made(changes, item);
  if (checked.kind === 'bad') throw new Error(checked.fields.join(', '));
  return checked.statement;
}

function fieldsAtFault(changes: Partial<FactSheet> = {}, item: Partial<ItemFacts> = {}): readonly string[] {
  const checked = made(changes, item);
  return checked.kind === 'good' ? [] : checked.fields;
}

const decision = (changes: Partial<NonNullable<FactSheet['decision']>>): Partial<FactSheet> => ({
  decision: { ...noticeSheet().decision!, ...changes },
});

describe('a statement', () => {
  it('says of a notice what its uploader is told', () => {
    expect(statement()).toEqual({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: '§ 130 StGB (Volksverhetzung)',
      illegal_content_explanation: 'Der Refrain fordert zu Gewalt gegen eine religiöse Gruppe auf.',
      content_type: ['CONTENT_TYPE_AUDIO'],
      category: 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
      territorial_scope: ['DE'],
      content_language: 'DE',
      content_date: '2026-03-02',
      application_date: '2026-11-22',
      decision_facts: 'Im Refrain (00:43 bis 01:12) wird zu Gewalt gegen eine religiöse Gruppe aufgefordert.',
      source_type: 'SOURCE_ARTICLE_16',
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      puid: 'p-1',
    });
  });

  it.each([
    ['art16-notice', 'SOURCE_ARTICLE_16'],
    ['trusted-flagger-notice', 'SOURCE_TRUSTED_FLAGGER'],
    ['copyright-notice', 'SOURCE_TYPE_OTHER_NOTIFICATION'],
    ['third-country-demand', 'SOURCE_TYPE_OTHER_NOTIFICATION'],
    ['other-notification', 'SOURCE_TYPE_OTHER_NOTIFICATION'],
    ['own-initiative', 'SOURCE_VOLUNTARY'],
  ] as const)('names the source of a %s, a trusted flagger apart from other notices', (trigger, source) => {
    expect(statement({ trigger }).source_type).toBe(source);
  });

  it.each([
    [true, 'fully-automated', 'Yes', 'AUTOMATED_DECISION_FULLY'],
    [true, 'partially-automated', 'Yes', 'AUTOMATED_DECISION_PARTIALLY'],
    [false, 'not-automated', 'No', 'AUTOMATED_DECISION_NOT_AUTOMATED'],
  ] as const)(
    'does not turn round what was automated: detection %s, decision %s',
    (detection, how, detected, decided) => {
      const said = statement(decision({ automation: { detection, decision: how } }));
      expect([said.automated_detection, said.automated_decision]).toEqual([detected, decided]);
    },
  );

  it('dates in the zone of the platform, not in that of the clock', () => {
    const effects = [{ ...provenEffect(['DE']), effectiveAt: '2026-06-30T22:00:00Z' }];
    const item = { effects, until: '2026-12-31T22:59:59Z', publishedAt: '2026-06-30T21:59:59Z' };
    expect(statement({}, item)).toMatchObject({
      content_date: '2026-06-30',
      application_date: '2026-07-01',
      end_date_visibility_restriction: '2026-12-31',
    });
    expect(statement({ zone: 'America/New_York' }, item).application_date).toBe('2026-06-30');
  });

  it('has no end when the restriction has none, and the sooner one when it was lifted before', () => {
    expect(statement()).not.toHaveProperty('end_date_visibility_restriction');
    const liftedAt = '2026-11-25T10:00:00Z';
    expect(statement({ liftedAt }, { until: '2026-12-24T10:00:00Z' }).end_date_visibility_restriction).toBe(
      '2026-11-25',
    );
  });

  it('is refused when the restriction would end before it applied', () => {
    expect(fieldsAtFault({ liftedAt: '2026-11-20T10:00:00Z' })).toEqual(['end_date_visibility_restriction']);
  });

  it('covers no country outside the European Economic Area', () => {
    expect(statement({}, { territories: ['WORLD'] }).territorial_scope).toEqual([...EEA_COUNTRIES].toSorted());
    expect(statement({}, { territories: ['EU'] }).territorial_scope).toEqual([...EU_MEMBER_STATES].toSorted());
    expect(statement({}, { territories: ['US', 'GR', 'CH', 'NO'] }).territorial_scope).toEqual(['GR', 'NO']);
    expect(fieldsAtFault({}, { territories: ['US'] })).toEqual(['territorial_scope']);
  });

  it.each([
    [
      ['audio'],
      'disable',
      { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'], content_type: ['CONTENT_TYPE_AUDIO'] },
    ],
    [
      [],
      'remove',
      { decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'], content_type: ['CONTENT_TYPE_AUDIO'] },
    ],
    [
      ['artwork', 'title'],
      'label',
      {
        decision_visibility: ['DECISION_VISIBILITY_CONTENT_LABELLED'],
        content_type: ['CONTENT_TYPE_IMAGE', 'CONTENT_TYPE_TEXT'],
      },
    ],
    [
      ['profile'],
      'demote',
      {
        decision_visibility: ['DECISION_VISIBILITY_CONTENT_DEMOTED'],
        content_type: ['CONTENT_TYPE_OTHER'],
        content_type_other: 'Profile',
      },
    ],
    [
      ['lyrics', 'transcript'],
      'age-restrict',
      { decision_visibility: ['DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED'], content_type: ['CONTENT_TYPE_TEXT'] },
    ],
    [
      ['audio', 'account'],
      'disable',
      { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'], decision_account: 'DECISION_ACCOUNT_SUSPENDED' },
    ],
  ] as const)('says what is done to %j by %s', (components, action, said) => {
    expect(statement({}, { components: [...components], action })).toMatchObject(said);
  });

  it('of an account alone says nothing of content that is seen', () => {
    const said = statement({}, { components: ['account'], action: 'remove', until: '2026-12-24T10:00:00Z' });
    expect(said).toMatchObject({
      decision_account: 'DECISION_ACCOUNT_TERMINATED',
      end_date_account_restriction: '2026-12-24',
      content_type_other: 'Account',
    });
    expect(said).not.toHaveProperty('decision_visibility');
    expect(said).not.toHaveProperty('end_date_visibility_restriction');
  });

  it('rests on the terms where they were the ground, in fields of their own', () => {
    const ground = { type: 'terms', provision: 'AGB § 4', explanation: 'Werbung.' } as const;
    const said = statement(decision({ ground }));
    expect(said).toMatchObject({
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: 'AGB § 4',
      incompatible_content_explanation: 'Werbung.',
      category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    });
    expect(said).not.toHaveProperty('illegal_content_legal_ground');
  });

  it('is of the category decided upon, else of the topic of its legal basis, with its keyword', () => {
    const topic = {
      category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
      keyword: 'KEYWORD_RIGHT_TO_BE_FORGOTTEN',
    } as const;
    expect(statement({ topic })).toMatchObject({
      category: topic.category,
      category_specification: [topic.keyword],
    });
    expect(statement({ topic: { ...topic, keyword: null } })).not.toHaveProperty('category_specification');
    const category = 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS';
    const ground = { ...noticeSheet().decision!.ground!, category } as const;
    const decided = statement({ ...decision({ ground }), topic });
    expect(decided.category).toBe(category);
    expect(decided).not.toHaveProperty('category_specification');
    const terms = { type: 'terms', provision: 'AGB § 4', explanation: 'Werbung.' } as const;
    expect(statement({ ...decision({ ground: terms }), topic })).toMatchObject({
      category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    });
  });

  it.each([
    ['since when the content is there', {}, { publishedAt: null }, ['content_date']],
    [
      'proof that it took effect',
      {},
      { effects: [{ ...provenEffect(['DE']), state: 'pending' }] },
      ['application_date'],
    ],
    ['what was done', {}, { action: 'none' }, ['decision_visibility']],
    ['what it is on the platform', {}, { kind: null, components: [] }, ['content_type']],
    ['facts', decision({ facts: null }), {}, ['decision_facts']],
  ] as const)('is refused without %s', (_, changes, item, fields) => {
    expect(fieldsAtFault(changes, item as Partial<ItemFacts>)).toEqual(expect.arrayContaining([...fields]));
  });

  it('passes only what the database takes, for every action, part and territory', () => {
    const parts = ['audio', 'title', 'artwork', 'lyrics', 'description', 'transcript', 'profile', 'account'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...Action.exclude(['none']).options),
        fc.uniqueArray(fc.constantFrom(...parts)),
        fc.uniqueArray(fc.constantFrom('DE', 'GR', 'US', 'EU', 'EEA', 'WORLD'), { minLength: 1 }),
        (action, components, territories) => {
          const fields = fieldsAtFault({}, { action, components, territories });
          expect(fields).toEqual(territories.every((code) => code === 'US') ? ['territorial_scope'] : []);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('no statement tells who anybody is', () => {
  const sheet = noticeSheet();

  it.each([
    ['the name of the sender', 'Kanzlei Beispiel bat darum.'],
    ['the address of the sender', 'ansprueche@kanzlei-beispiel.example schrieb uns.'],
    ['who signed the notice', 'Dr. Jane Doe hat sich beschwert.'],
    [
      'the words of the sender',
      'Der Refrain ruft zu Gewalt gegen eine Religionsgemeinschaft auf. Meine Mandantin lebt dort.',
    ],
    ['the name of the uploader', 'Mara Lind hat den Titel hochgeladen.'],
    ['the address of the uploader', 'mara.lind@post.example antwortete nicht.'],
    ['another uploader', 'Wie bei Ole Brandt.'],
    ['the address of the item', 'Siehe https://klangwerk.example/tracks/trk-1001.'],
    ['our reference', 'Siehe W-2026-000123.'],
    ['any mail address', 'Rückfragen an niemand@irgendwo.example.'],
    ['any telephone number', 'Rückfragen unter +49 30 1234567.'],
    ['any street', 'Aufgenommen in der Hauptstraße 5.'],
  ])('refused: facts with %s', (_, facts) => {
    const confidential = [{ label: 'uploader-2 name', value: 'Ole Brandt', audiences: [] }];
    const changes = { ...decision({ facts }), uploader: sheet.uploader, confidential };
    expect(fieldsAtFault(changes)).toEqual(['decision_facts']);
  });

  it('refused: the name of a sender that the uploader is told, as in a copyright notice', () => {
    const changes = { ...decision({ facts: 'Kanzlei Beispiel vertritt die Urheberin.' }), senderDisclosed: true };
    expect(fieldsAtFault({ ...changes, trigger: 'copyright-notice' })).toEqual(['decision_facts']);
  });

  it('refused: the same in the explanation and in the rule', () => {
    const ground = { type: 'illegal', provision: 'Mara Lind', explanation: 'Kanzlei Beispiel' } as const;
    const changes = { ...decision({ ground }), uploader: sheet.uploader };
    expect(fieldsAtFault(changes)).toEqual(['illegal_content_legal_ground', 'illegal_content_explanation']);
  });

  it('holds no identity in any field of what passes', () => {
    const text = JSON.stringify(statement({ uploader: sheet.uploader, senderDisclosed: true }));
    for (const secret of ['Kanzlei', 'Mara', 'case-01', 'dec-01', 'W-2026', 'trk-1001', 'Mandantin']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('who is owed an entry', () => {
  const KIND = 'transparency-database-entry';

  it('is nobody for orders under Art 9 DSA and removal orders', () => {
    const wrong = expect.objectContaining({ reason: 'wrong-document' });
    expect(() => refuseUnpermitted(KIND, 'authority', removalOrderSheet())).toThrow(wrong);
    expect(() => refuseUnpermitted(KIND, 'authority', orderSheet())).toThrow(wrong);
  });

  it('is the public for the demand of a third country, unless it is secret', () => {
    const order = { ...orderSheet().order!, issuedInUnion: false };
    expect(() => refuseUnpermitted(KIND, 'authority', orderSheet({ order }))).not.toThrow();
    const secret = { ...order, nonDisclosureUntil: '2999-01-01T00:00:00Z' };
    expect(() => refuseUnpermitted(KIND, 'authority', orderSheet({ order: secret }))).toThrow();
  });

  const effect: ItemEffect = {
    itemId: 'item-1',
    state: 'proven',
    territories: ['DE'],
    unproven: [],
    personId: null,
    appliedAt: '2026-11-22T15:00:00.000Z',
    provenAt: '2026-11-22T15:00:01.000Z',
  };

  it('is the public for what is proven in the area, and for nothing else', () => {
    expect(isStated(effect)).toBe(true);
    expect(isStated({ ...effect, territories: ['WORLD'] })).toBe(true);
    expect(isStated({ ...effect, territories: ['US'] })).toBe(false);
    expect(isStated({ ...effect, state: 'pending' })).toBe(false);
    expect(isStated({ ...effect, state: 'gone' })).toBe(false);
    expect(isStated({ ...effect, appliedAt: null })).toBe(false);
  });

  it('has no scope beyond the effect', () => {
    expect(scopeInDatabase(['EL', 'UK'].map((code) => (code === 'EL' ? 'GR' : 'GB')))).toEqual(['GR']);
  });
});

describe('an identifier', () => {
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const subject = fc.record({ caseId: fc.string(), decisionId: fc.string(), itemId: fc.string() });

  it('is always the same for a statement, another for another, and has only the characters that are taken', () => {
    fc.assert(
      fc.property(subject, subject, (one, other) => {
        expect(puidOf(one, digest)).toBe(puidOf({ ...one }, digest));
        expect(puidOf(one, digest)).toMatch(/^[A-Za-z0-9_-]{43}$/);
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(puidOf(one, digest) === puidOf(other, digest)).toBe(same);
      }),
    );
  });

  it('does not depend on where one id ends and the next begins', () => {
    const one = { caseId: 'case-1', decisionId: '1', itemId: 'item' };
    expect(puidOf(one, digest)).not.toBe(puidOf({ ...one, caseId: 'case-', decisionId: '11' }, digest));
  });
});

describe('lots', () => {
  it('hold 100 at most: 101 are split into 100 and 1', () => {
    const things = Array.from({ length: 101 }, (_, index) => index);
    expect(inLots(things).map(({ length }) => length)).toEqual([100, 1]);
    expect(inLots([])).toEqual([]);
  });

  it('hold everything once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 450 }), (things) => {
        expect(inLots(things).flat()).toEqual(things);
        expect(inLots(things).every(({ length }) => length >= 1 && length <= 100)).toBe(true);
      }),
    );
  });

  it('have each identifier once, since a repetition would be poison', () => {
    expect(
      eachOnce([
        { puid: 'a', n: 1 },
        { puid: 'b', n: 2 },
        { puid: 'a', n: 3 },
      ]).map(({ puid }) => puid),
    ).toEqual(['a', 'b']);
  });
});
