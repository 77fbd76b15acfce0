import type * as z from 'zod';
import { FactSheet } from '#domain/messages/fact-sheet';
import { EU_MEMBER_STATES } from '#domain/territory';

const PLATFORM = {
  name: 'Klangwerk GmbH',
  address: 'Spreeufer 1, 10179 Berlin',
  contact: 'legal@klangwerk.example',
  authorisedPerson: 'Jule Hartwig',
};
type Stated = z.input<typeof FactSheet>;

const ITEM: Stated['items'][number] = {
  itemId: 'item-1',
  contentId: 'trk-1001',
  kind: 'tracks',
  publishedAt: '2026-03-01T23:30:00Z',
  url: 'https://klangwerk.example/tracks/trk-1001',
  submittedUrl: 'https://klangwerk.example/tracks/trk-1001?share=4f9a1c',
  note: 'Refrain 00:43 bis 01:12',
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
  effects: [
    {
      territories: ['DE'],
      state: 'proven',
      appliedAt: '2026-11-22T15:02:11Z',
      effectiveAt: '2026-11-22T15:02:11Z',
      provenAt: '2026-11-22T15:03:40Z',
    },
  ],
};
const NOTHING_MORE = {
  information: null,
  impossibility: null,
  withdrawal: null,
  reroute: null,
  reinstatement: null,
  liftedAt: null,
  confidential: [],
} satisfies Partial<Stated>;

const NOTICE: Stated = {
  caseId: 'case-bench-notice',
  reference: 'W-2026-000123',
  legalBasis: 'DSA_ART16',
  legalBasisName: { en: 'Notice under Article 16 DSA', de: 'Meldung nach Artikel 16 DSA' },
  trigger: 'art16-notice',
  topic: null,
  receivedAt: '2026-11-22T14:40:05Z',
  composedAt: '2026-11-22T15:05:00Z',
  zone: 'Europe/Berlin',
  statusUrl: 'https://klangwerk.example/v1/notices/case-bench-notice',
  platform: PLATFORM,
  sender: {
    name: 'Kanzlei Beispiel',
    email: 'recht@kanzlei.example',
    country: 'DE',
    signature: 'Kanzlei Beispiel',
    explanation: 'Der Refrain ruft zu Gewalt gegen eine Religionsgemeinschaft auf.',
  },
  senderDisclosed: false,
  uploader: { name: 'Mara Lind', email: 'mara.lind@post.example' },
  items: [ITEM],
  decision: {
    decisionId: 'dec-bench',
    decidedAt: '2026-11-22T15:01:00Z',
    outcome: 'restrict',
    ground: { type: 'illegal', provision: '§ 130 StGB', explanation: 'Der Refrain fordert zu Gewalt auf.' },
    facts: 'Im Refrain wird zu Gewalt gegen eine religiöse Gruppe aufgefordert.',
    reasonForSender: null,
    duplicateOf: null,
    automation: { detection: false, decision: 'not-automated' },
  },
  order: null,
  clocks: [],
  redress: {
    complaint: true,
    complaintUntil: '2027-05-24',
    outOfCourtUrl: 'https://klangwerk.example/streitbeilegung',
    counterNotice: false,
  },
  ...NOTHING_MORE,
};

/** What is known of a German notice that led to a restriction. */
export const NOTICE_FACTS = FactSheet.parse(NOTICE);

const ORDER: Stated = {
  ...NOTICE,
  caseId: 'case-bench-order',
  reference: 'W-2026-000124',
  legalBasis: 'EU_TCO_ART3',
  legalBasisName: { en: 'Removal order under Article 3 TCO', de: 'Entfernungsanordnung nach Artikel 3 TCO' },
  trigger: null,
  receivedAt: '2026-10-17T21:40:00Z',
  composedAt: '2026-10-17T21:58:00Z',
  statusUrl: 'https://klangwerk.example/v1/orders/case-bench-order',
  sender: null,
  decision: null,
  items: [
    {
      ...ITEM,
      submittedUrl: null,
      note: null,
      requestedComponents: [],
      requestedTerritories: ['EU'],
      components: [],
      territories: ['EU'],
      effects: [
        {
          territories: [...EU_MEMBER_STATES],
          state: 'proven',
          appliedAt: '2026-10-17T21:52:10Z',
          effectiveAt: '2026-10-17T21:52:10Z',
          provenAt: '2026-10-17T21:53:40Z',
        },
      ],
    },
  ],
  order: {
    authorityName: 'Bundeskriminalamt',
    reference: 'BKA-2026-0815',
    issuedAt: '2026-10-17T21:35:00Z',
    issuedInUnion: true,
    provisions: ['Art 3(1) Reg. (EU) 2021/784'],
    statementOfReasons: 'Der Inhalt verherrlicht eine terroristische Vereinigung.',
    redress: 'Klage innerhalb eines Monats.',
    scrutinyAuthority: 'Bundeskriminalamt',
    narrowed: null,
    nonDisclosureUntil: null,
  },
};

/** What is known of a removal order that was carried out in all Member States. */
export const ORDER_FACTS = FactSheet.parse(ORDER);
