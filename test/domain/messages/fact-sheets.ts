import type { FactSheet, ItemFacts } from '#domain/messages/fact-sheet';
import type { ComplaintFacts, HearingFacts } from '#domain/messages/procedure-facts';
import { TOKEN_PLACE } from '#domain/messages/token-place';
import { EU_MEMBER_STATES } from '#domain/territory';

/** A proven effect in some territories. */
export function provenEffect(territories: readonly string[]): ItemFacts['effects'][number] {
  return {
    territories: [...territories],
    state: 'proven',
    appliedAt: '2026-11-22T15:02:11Z',
    effectiveAt: '2026-11-22T15:02:11Z',
    provenAt: '2026-11-22T15:03:40Z',
  };
}

/** An item restricted in Germany, as decided and proven. */
export function itemFacts(changes: Partial<ItemFacts> = {}): ItemFacts {
  return {
    itemId: 'item-1',
    contentId: 'trk-1001',
    kind: 'tracks',
    publishedAt: '2026-03-01T23:30:00Z',
    url: 'https://klangwerk.example/tracks/trk-1001',
    submittedUrl: 'https://klangwerk.example/tracks/trk-1001?share=4f9a1c',
    note: 'Refrain 00:43 bis 01:12, gesungen vom Uploader',
    requestedComponents: ['audio'],
    requestedTerritories: ['DE'],
    absence: null,
    action: 'disable',
    reason: null,
    objected: false,
    components: ['audio'],
    territories: ['DE'],
    until: null,
    reversibleUntil: '2027-05-22T22:00:00Z',
    effects: [provenEffect(['DE'])],
    ...changes,
  };
}

/** A German Art 16 notice that led to a restriction. */
export function noticeSheet(changes: Partial<FactSheet> = {}): FactSheet {
  return {
    caseId: 'case-01JDNOTICE',
    reference: 'W-2026-000123',
    legalBasis: 'DSA_ART16',
    legalBasisName: {
      en: 'Notice under Article 16 of Regulation (EU) 2022/2065 (DSA)',
      de: 'Meldung nach Artikel 16 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste)',
    },
    topic: null,
    trigger: 'art16-notice',
    receivedAt: '2026-11-22T14:40:05Z',
    composedAt: '2026-11-22T15:05:00Z',
    zone: 'Europe/Berlin',
    statusUrl: 'https://klangwerk.example/v1/notices/case-01JDNOTICE',
    platform: {
      name: 'Klangwerk GmbH',
      address: 'Spreeufer 1, 10179 Berlin',
      contact: 'rechtliches@klangwerk.example',
      authorisedPerson: 'Dr. Jule Hartwig',
    },
    sender: {
      name: 'Kanzlei Beispiel',
      email: 'ansprueche@kanzlei-beispiel.example',
      country: 'DE',
      signature: 'Dr. Jane Doe',
      explanation: 'Der Refrain ruft zu Gewalt gegen eine Religionsgemeinschaft auf. Meine Mandantin lebt dort.',
    },
    senderDisclosed: false,
    uploader: { name: 'Mara Lind', email: 'mara.lind@post.example' },
    items: [itemFacts()],
    decision: {
      decisionId: 'dec-01JDDECISION',
      decidedAt: '2026-11-22T15:01:00Z',
      outcome: 'restrict',
      ground: {
        type: 'illegal',
        provision: '§ 130 StGB (Volksverhetzung)',
        explanation: 'Der Refrain fordert zu Gewalt gegen eine religiöse Gruppe auf.',
      },
      facts: 'Im Refrain (00:43 bis 01:12) wird zu Gewalt gegen eine religiöse Gruppe aufgefordert.',
      reasonForSender: null,
      duplicateOf: null,
      automation: { detection: false, decision: 'not-automated' },
    },
    order: null,
    clocks: [
      {
        clock: 'DSA_ART16.decide',
        kind: 'target',
        direction: 'our-deadline',
        dueAt: '2026-11-25T14:40:05Z',
        source: 'internal',
        audiences: ['sender'],
      },
    ],
    redress: {
      complaint: true,
      complaintUntil: '2027-05-24',
      complaintUrl: 'https://klangwerk.example/v1/notices/case-01JDNOTICE/complaint',
      complaintToken: TOKEN_PLACE,
      outOfCourtUrl: 'https://klangwerk.example/streitbeilegung',
      counterNotice: false,
    },
    information: null,
    impossibility: null,
    withdrawal: null,
    reroute: null,
    reinstatement: null,
    liftedAt: null,
    confidential: [],
    ...changes,
  };
}

/** An internal complaint of the uploader, decided two weeks after the notice was, by somebody else. */
export function internalComplaintSheet(
  complaint: Partial<ComplaintFacts> = {},
  changes: Partial<FactSheet> = {},
): FactSheet {
  const { decision, redress } = noticeSheet();
  if (decision === null || redress === null) throw new TypeError('a notice that is decided has both');
  return noticeSheet({
    caseId: 'case-01JDCOMPLAINT',
    reference: 'W-2026-000201',
    legalBasis: 'DSA_ART20',
    legalBasisName: {
      en: 'Internal complaint (Digital Services Act, Art 20)',
      de: 'Interne Beschwerde (Gesetz über digitale Dienste, Art. 20)',
    },
    trigger: null,
    receivedAt: '2026-12-01T09:12:00Z',
    composedAt: '2026-12-06T10:05:00Z',
    sender: {
      name: 'Mara Lind',
      email: 'mara.lind@post.example',
      country: 'DE',
      signature: null,
      explanation: 'Der Refrain zitiert ein Gedicht von 1848 und ruft zu nichts auf.',
    },
    uploader: null,
    statusUrl: 'https://klangwerk.example/v1/notices/case-01JDCOMPLAINT',
    items: [
      itemFacts({
        ...{ action: 'none', components: [], territories: [], effects: [], note: null },
        ...{ requestedComponents: [], requestedTerritories: [] },
        submittedUrl: 'https://klangwerk.example/tracks/trk-1001',
      }),
    ],
    decision: {
      ...decision,
      decidedAt: '2026-12-06T10:00:00Z',
      outcome: 'upheld',
      ground: null,
      facts: null,
      reasonForSender: 'Der Refrain ist ein Zitat, von dem sich das Lied erkennbar absetzt.',
    },
    clocks: [],
    redress: { ...redress, complaint: false, complaintUntil: null, complaintUrl: null, complaintToken: null },
    complaint: { by: 'uploader', about: 'W-2026-000123', manifestlyUnfounded: false, ...complaint },
    confidential: [{ label: 'sender name', value: 'Kanzlei Beispiel', audiences: [] }],
    ...changes,
  });
}

/** A removal order received late on a Saturday, carried out and proven in all Member States. */
export function removalOrderSheet(changes: Partial<FactSheet> = {}): FactSheet {
  return noticeSheet({
    caseId: 'case-01JDORDER',
    reference: 'W-2026-000124',
    legalBasis: 'EU_TCO_ART3',
    legalBasisName: {
      en: 'Removal order under Article 3 of Regulation (EU) 2021/784',
      de: 'Entfernungsanordnung nach Artikel 3 der Verordnung (EU) 2021/784',
    },
    trigger: null,
    receivedAt: '2026-10-17T21:40:00Z',
    composedAt: '2026-10-17T21:58:00Z',
    statusUrl: 'https://klangwerk.example/v1/orders/case-01JDORDER',
    sender: null,
    decision: null,
    items: [
      itemFacts({
        submittedUrl: null,
        note: null,
        requestedComponents: [],
        requestedTerritories: ['EU'],
        components: [],
        territories: ['EU'],
        reversibleUntil: '2027-04-18T22:00:00Z',
        effects: [
          {
            territories: [...EU_MEMBER_STATES],
            state: 'proven',
            appliedAt: '2026-10-17T21:51:30Z',
            effectiveAt: '2026-10-17T21:51:30Z',
            provenAt: '2026-10-17T21:53:02Z',
          },
        ],
      }),
    ],
    order: {
      authorityName: 'Bundeskriminalamt',
      reference: 'BKA-2026-0815',
      issuedAt: '2026-10-17T21:35:00Z',
      issuedInUnion: true,
      provisions: ['Art. 3 Abs. 1 der Verordnung (EU) 2021/784'],
      statementOfReasons: 'Der Titel wirbt für den Beitritt zu einer terroristischen Vereinigung.',
      redress: 'Widerspruch beim Bundeskriminalamt innerhalb eines Monats.',
      narrowed: null,
      scrutinyAuthority: null,
      nonDisclosureUntil: null,
    },
    clocks: [
      {
        clock: 'EU_TCO_ART3.disable',
        kind: 'statutory',
        direction: 'our-deadline',
        dueAt: '2026-10-17T22:40:00Z',
        source: 'Reg. (EU) 2021/784 Art 3(3)',
        audiences: ['authority'],
      },
    ],
    redress: null,
    ...changes,
  });
}

/** An order of a German court or authority under DSA Art 9. */
export function orderSheet(changes: Partial<FactSheet> = {}): FactSheet {
  const base = removalOrderSheet();
  return removalOrderSheet({
    legalBasis: 'DSA_ART9',
    legalBasisName: {
      en: 'Order to act under Article 9 of Regulation (EU) 2022/2065 (DSA)',
      de: 'Anordnung zum Vorgehen gegen rechtswidrige Inhalte nach Artikel 9 der Verordnung (EU) 2022/2065',
    },
    items: [
      itemFacts({
        submittedUrl: null,
        note: null,
        requestedComponents: [],
        components: [],
        until: '2027-10-17T22:00:00Z',
        effects: [
          {
            territories: ['DE'],
            state: 'proven',
            appliedAt: '2026-10-17T21:51:30Z',
            effectiveAt: '2026-10-17T21:51:30Z',
            provenAt: '2026-10-17T21:53:02Z',
          },
        ],
      }),
    ],
    order: {
      authorityName: 'Landgericht Hamburg',
      reference: '324 O 411/26',
      issuedAt: '2026-10-17T10:00:00Z',
      issuedInUnion: true,
      provisions: ['§ 1004 BGB', '§ 823 BGB'],
      statementOfReasons: 'Der Beitrag verletzt das allgemeine Persönlichkeitsrecht der Antragstellerin.',
      redress: 'Gegen den Beschluss kann Widerspruch eingelegt werden.',
      narrowed: null,
      scrutinyAuthority: null,
      nonDisclosureUntil: null,
    },
    clocks: [
      {
        clock: 'DSA_ART9.comply',
        kind: 'ordered',
        direction: 'our-deadline',
        dueAt: '2026-10-19T22:00:00Z',
        source: base.order?.reference ?? '',
        audiences: ['authority'],
      },
    ],
    ...changes,
  });
}

/** A notice of complaint on which its poster is heard, sent on in the afternoon it came, five days in London. */
export function complaintSheet(hearing: Partial<HearingFacts> = {}, changes: Partial<FactSheet> = {}): FactSheet {
  return noticeSheet({
    legalBasis: 'UK_DEF_S5',
    legalBasisName: {
      en: 'Notice of complaint (Defamation Act 2013, s.5; SI 2013/3028)',
      de: 'Beschwerde wegen Verleumdung (Defamation Act 2013, s.5; SI 2013/3028)',
    },
    trigger: 'other-notification',
    items: [itemFacts({ action: null, components: [], territories: [], effects: [] })],
    decision: null,
    clocks: [],
    hearing: {
      proposes: false,
      objectionNeeds: 'name-and-address',
      onSilence: 'restrict',
      complaint: [
        {
          about: 'explanation',
          text: 'Der Refrain ruft zu Gewalt gegen eine Religionsgemeinschaft auf. Meine Mandantin lebt dort.',
        },
        { about: 'meaning', text: 'Gemeint ist, dass meine Mandantin dazu angestiftet habe.' },
        { about: 'inaccuracies', text: 'Sie hat den Ort an jenem Tag nicht betreten.' },
      ],
      contactDisclosed: false,
      sentAt: '2026-11-22T14:41:00Z',
      answerUntil: '2026-11-28T00:00:00Z',
      zone: 'Europe/London',
      result: null,
      posters: [],
      accessToken: TOKEN_PLACE,
      answerUrl: 'https://klangwerk.example/v1/cases/case-01JDNOTICE/response',
      ...hearing,
    },
    ...changes,
  });
}
