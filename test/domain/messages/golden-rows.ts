import { CounterNoticeElement } from '#domain/counter-notice-rule';
import type { DeliveryKind } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { TOKEN_PLACE } from '#domain/messages/token-place';
import type { PartyRole } from '#domain/party';
import {
  complaintSheet,
  internalComplaintSheet,
  itemFacts,
  noticeSheet,
  orderSheet,
  provenEffect,
  removalOrderSheet,
} from './fact-sheets.ts';

const DECISION = noticeSheet().decision!;
const REFUSED = { ...DECISION, outcome: 'reject' as const, ground: null, facts: null };
const SECOND = itemFacts({
  itemId: 'item-2',
  contentId: 'pod-2001',
  url: 'https://klangwerk.example/podcasts/pod-2001',
  submittedUrl: null,
  note: null,
  requestedComponents: [],
});
const LEFT_ALONE = { ...SECOND, action: 'none' as const, components: [], territories: [], effects: [] };
export const COPYRIGHT = noticeSheet({
  legalBasis: 'US_DMCA_512',
  legalBasisName: { en: 'Notice of claimed infringement, 17 U.S.C. § 512(c)', de: 'Meldung nach 17 U.S.C. § 512(c)' },
  trigger: 'copyright-notice',
  senderDisclosed: true,
  items: [itemFacts({ requestedComponents: [], requestedTerritories: [], components: [], territories: ['WORLD'] })],
  redress: { ...noticeSheet().redress!, counterNotice: true },
  counterNotice: {
    way: {
      elements: CounterNoticeElement.options,
      url: 'https://klangwerk.example/v1/notices/case-01JDNOTICE/counter-notice',
      accessToken: TOKEN_PLACE,
    },
    given: null,
  },
});
/** A counter-notice of the evening after the notice was decided, across Thanksgiving. */
export const COUNTERED: FactSheet = {
  ...COPYRIGHT,
  composedAt: '2026-11-24T23:05:00Z',
  counterNotice: {
    way: null,
    given: {
      number: 1,
      receivedAt: '2026-11-24T23:04:00Z',
      name: 'Ottilie Ungewitter',
      postalAddress: '9 Kiln Lane, Portland, OR 97201',
      telephone: '+1 503 555 0142',
      signature: 'Ottilie Ungewitter',
      itemIds: ['item-1'],
      notBefore: '2026-12-10T05:00:00Z',
      notAfter: '2026-12-16T05:00:00Z',
      zone: 'America/New_York',
      courtActionUrl: 'https://klangwerk.example/v1/notices/case-01JDNOTICE/court-action',
    },
  },
};
const UNFOUNDED = internalComplaintSheet(
  { manifestlyUnfounded: true },
  { decision: { ...internalComplaintSheet().decision!, outcome: 'reject' } },
);
const PARTIAL = removalOrderSheet({
  items: [
    itemFacts({
      components: [],
      territories: ['EU'],
      effects: [
        { ...provenEffect(['DE', 'FR', 'AT']), effectiveAt: '2026-10-17T21:51:30Z', provenAt: '2026-10-17T21:53:02Z' },
        { territories: ['IT', 'ES'], state: 'pending', appliedAt: null, effectiveAt: null, provenAt: null },
        { territories: ['PL'], state: 'failed', appliedAt: null, effectiveAt: null, provenAt: null },
      ],
    }),
  ],
});
/** A removal order that asks for the world. */
const NARROWED = removalOrderSheet({
  order: {
    ...removalOrderSheet().order!,
    narrowed: { asked: ['WORLD'], reach: ['EU'], source: 'Reg. (EU) 2021/784 Art 3(3)' },
  },
});
const PARTLY_GONE = removalOrderSheet({
  items: [
    ...removalOrderSheet().items,
    { ...LEFT_ALONE, absence: 'gone' },
    { ...LEFT_ALONE, itemId: 'item-3', absence: 'not-found' },
  ],
});
const MANIFEST_ERROR = removalOrderSheet({
  impossibility: {
    reason: 'manifest-errors',
    explanation: 'Die Anordnung trägt keine Signatur. Die URL-Adresse führt zu einem anderen Titel.',
    clarificationNeeded: 'Bitte übermitteln Sie eine signierte Fassung mit der richtigen URL-Adresse.',
  },
});
const OUTAGE = orderSheet({
  impossibility: {
    reason: 'impossibility',
    explanation: 'Das Rechenzentrum ist ausgefallen.',
    clarificationNeeded: null,
  },
});
export const REINSTATED = { at: '2026-11-22T15:04:00Z', itemIds: [], ended: [] };
/** Of three items, two are lifted: the third was gone before anything was done to it. */
const PARTLY_REINSTATED = noticeSheet({
  items: [itemFacts(), SECOND, { ...SECOND, itemId: 'item-3' }],
  reinstatement: { ...REINSTATED, reason: 'notice-withdrawn', itemIds: ['item-1', 'item-2'] },
});
/** Those who reversed the decision wrote why. */
const EXPLAINED = noticeSheet({
  reinstatement: {
    ...REINSTATED,
    reason: 'decision-reversed',
    explanation: 'Der Refrain stammt aus einem gemeinfreien Lied.',
  },
});
/** The only restriction had ended before it was taken back. */
const ENDED_BEFORE = noticeSheet({
  items: [itemFacts({ until: '2026-11-22T15:03:00Z', effects: [] })],
  reinstatement: {
    ...REINSTATED,
    reason: 'decision-reversed',
    ended: [{ itemId: 'item-1', at: '2026-11-22T15:03:00Z' }],
  },
});

const ERASURE = {
  legalBasis: 'GDPR_ART17',
  legalBasisName: { en: 'Request for erasure, Art 17 GDPR', de: 'Antrag auf Löschung, Art. 17 DSGVO' },
  trigger: 'other-notification',
} as const;
const INTIMATE = {
  legalBasis: 'US_TIDA',
  legalBasisName: { en: 'Request under the TAKE IT DOWN Act', de: 'Antrag nach dem TAKE IT DOWN Act' },
  trigger: 'other-notification',
} as const;
/** A removal notice of an authority outside the Union: its uploader gets a statement of reasons. */
const THIRD_COUNTRY = orderSheet({
  legalBasis: 'AU_OSA',
  legalBasisName: {
    en: 'Removal notice (Online Safety Act 2021)',
    de: 'Entfernungsverlangen (Online Safety Act 2021)',
  },
  trigger: 'third-country-demand',
  decision: {
    ...DECISION,
    ground: {
      type: 'illegal',
      provision: 'Online Safety Act 2021 (Cth), section 109',
      explanation: 'The Commissioner found the recording to be class 1 material.',
    },
    facts: 'The recording is accessible in Australia.',
  },
  items: [
    itemFacts({
      submittedUrl: null,
      note: null,
      requestedComponents: [],
      requestedTerritories: [],
      components: [],
      territories: ['AU'],
      effects: [{ ...provenEffect(['AU']), effectiveAt: '2026-11-22T15:02:11Z', provenAt: '2026-11-22T15:03:40Z' }],
    }),
  ],
  composedAt: '2026-11-22T15:05:00Z',
  order: {
    ...orderSheet().order!,
    authorityName: 'eSafety Commissioner',
    reference: 'ESC-2026-88',
    issuedInUnion: false,
    provisions: ['Online Safety Act 2021 (Cth), section 109'],
    statementOfReasons: 'The recording is class 1 material.',
  },
  redress: noticeSheet().redress,
});

/** What a rule leaves where it is, since its poster objects, and what it removes in silence. */
const KEPT = {
  items: [LEFT_ALONE],
  decision: {
    ...REFUSED,
    reasonForSender: 'Der Verfasser widerspricht der Entfernung und hat uns Name und Postanschrift genannt.',
    automation: { detection: false, decision: 'fully-automated' as const },
  },
};
const REMOVED = {
  items: [itemFacts()],
  decision: { ...DECISION, automation: { detection: false, decision: 'fully-automated' as const } },
};
/** A restriction under the terms of which a media service provider is told before. */
const INTENDED = complaintSheet(
  {
    proposes: true,
    objectionNeeds: 'nothing',
    onSilence: 'decide-without',
    complaint: [],
    sentAt: null,
    answerUntil: '2026-11-23T15:05:00Z',
    zone: 'Europe/Berlin',
  },
  {
    legalBasis: 'EMFA_18',
    items: [itemFacts({ effects: [] })],
    decision: {
      ...DECISION,
      ground: { type: 'terms', provision: 'Ziffer 4.2', explanation: 'Die Folge nennt die Anschrift einer Zeugin.' },
      facts: 'In der zwölften Minute wird die Anschrift einer Zeugin genannt.',
    },
  },
);

/** Data that was handed over on an order to provide information, and one that was refused. */
export const DISCLOSED = orderSheet({
  legalBasis: 'DSA_ART10',
  legalBasisName: {
    en: 'Order to provide information (Digital Services Act, Art 10)',
    de: 'Auskunftsanordnung (Gesetz über digitale Dienste, Art. 10)',
  },
  items: [LEFT_ALONE],
  decision: { ...REFUSED, outcome: 'disclosed', reasonForSender: null, decidedAt: '2026-10-18T09:00:00Z' },
  disclosure: {
    reference: 'PKG-2026-7',
    categories: ['subscriber', 'identification', 'traffic', 'content'],
    channel: 'authority-portal',
    sha256: '0c6a2f'.padEnd(64, '5'),
    handedOverAt: '2026-10-18T09:30:00Z',
  },
  composedAt: '2026-10-18T09:40:00Z',
});
const WITHOUT_REASONS = { ...DISCLOSED, order: { ...DISCLOSED.order!, statementOfReasons: null } };
export const NOT_DISCLOSED: FactSheet = {
  ...DISCLOSED,
  disclosure: null,
  decision: {
    ...REFUSED,
    outcome: 'refused',
    decidedAt: '2026-10-18T09:00:00Z',
    ground: {
      type: 'illegal',
      provision: 'Art. 10 Abs. 2 Verordnung (EU) 2022/2065',
      explanation: 'Die verlangten Daten wurden nie erhoben.',
    },
    reasonForSender: 'Die verlangten Daten wurden nie erhoben.',
  },
};

/** One row per golden file: name, kind, reader, fact sheet. */
export const GOLDEN: readonly (readonly [string, DeliveryKind, PartyRole, FactSheet])[] = [
  ['receipt', 'receipt', 'sender', noticeSheet()],
  ['receipt-removal-order', 'receipt', 'authority', removalOrderSheet()],
  ['receipt-order', 'receipt', 'authority', orderSheet()],
  ['receipt-copyright', 'receipt', 'sender', COPYRIGHT],
  [
    'information-request',
    'information-request',
    'sender',
    noticeSheet({
      items: [itemFacts({ url: null, submittedUrl: null })],
      information: { missing: ['location', 'good-faith'], locatable: false, respondBy: '2026-11-29T14:40:05Z' },
    }),
  ],
  [
    'information-request-locatable',
    'information-request',
    'sender',
    noticeSheet({
      statusUrl: null,
      information: { missing: ['explanation', 'name'], locatable: true, respondBy: '2026-11-29T14:40:05Z' },
    }),
  ],
  [
    'information-request-order',
    'information-request',
    'authority',
    orderSheet({ information: { missing: ['redress', 'order-reference'], locatable: true, respondBy: null } }),
  ],
  ['decision-restricted', 'decision-to-sender', 'sender', noticeSheet()],
  ['decision-partly', 'decision-to-sender', 'sender', noticeSheet({ items: [itemFacts(), LEFT_ALONE] })],
  [
    'decision-not-restricted',
    'decision-to-sender',
    'sender',
    noticeSheet({
      items: [LEFT_ALONE],
      decision: {
        ...REFUSED,
        reasonForSender: 'Die Äußerung ist eine zulässige Meinungsäußerung.',
        automation: { detection: false, decision: 'partially-automated' },
      },
    }),
  ],
  [
    'decision-already-unavailable',
    'decision-to-sender',
    'sender',
    noticeSheet({ items: [LEFT_ALONE], decision: { ...REFUSED, outcome: 'already-unavailable' } }),
  ],
  [
    'decision-duplicate',
    'decision-to-sender',
    'sender',
    noticeSheet({ items: [LEFT_ALONE], decision: { ...REFUSED, outcome: 'duplicate', duplicateOf: 'W-2026-000077' } }),
  ],
  [
    'decision-erasure-refused',
    'decision-to-sender',
    'sender',
    noticeSheet({
      ...ERASURE,
      items: [LEFT_ALONE],
      decision: { ...REFUSED, reasonForSender: 'Das Interesse der Öffentlichkeit an dem Bericht überwiegt.' },
      redress: { ...noticeSheet().redress!, supervisoryAuthority: true },
    }),
  ],
  [
    'decision-grievance-refused',
    'decision-to-sender',
    'sender',
    noticeSheet({
      legalBasis: 'IN_GRIEVANCE',
      legalBasisName: { en: 'Grievance (India, IT Rules 2021)', de: 'Beschwerde (Indien, IT Rules 2021)' },
      trigger: 'other-notification',
      items: [LEFT_ALONE],
      decision: { ...REFUSED, reasonForSender: 'The song is lawful.' },
      redress: { ...noticeSheet().redress!, appellateCommittee: true },
    }),
  ],
  [
    'information-request-intimate',
    'information-request',
    'sender',
    noticeSheet({
      ...INTIMATE,
      information: {
        missing: ['affected-person', 'non-consent', 'signature'],
        locatable: true,
        respondBy: '2026-11-23T14:40:05Z',
      },
    }),
  ],
  [
    'information-request-erasure',
    'information-request',
    'sender',
    noticeSheet({
      ...ERASURE,
      information: { missing: ['explanation', 'name'], locatable: true, respondBy: '2026-11-29T14:40:05Z' },
    }),
  ],
  [
    'information-request-territory',
    'information-request',
    'authority',
    orderSheet({ information: { missing: ['territory'], locatable: true, respondBy: null } }),
  ],
  [
    'information-request-mark',
    'information-request',
    'sender',
    noticeSheet({ information: { missing: ['mark'], locatable: true, respondBy: '2026-11-29T14:40:05Z' } }),
  ],
  ['statement-of-reasons-third-country', 'statement-of-reasons', 'uploader', THIRD_COUNTRY],
  ['effect-report-third-country', 'effect-report', 'authority', THIRD_COUNTRY],
  ['statement-of-reasons', 'statement-of-reasons', 'uploader', noticeSheet()],
  [
    'statement-of-reasons-terms',
    'statement-of-reasons',
    'uploader',
    noticeSheet({
      trigger: 'own-initiative',
      sender: null,
      uploader: null,
      legalBasis: 'TERMS',
      legalBasisName: { en: 'Terms and conditions', de: 'Allgemeine Geschäftsbedingungen' },
      items: [
        itemFacts({ action: 'age-restrict', territories: ['EEA', 'CH'], until: '2026-12-31T23:00:00Z', effects: [] }),
      ],
      decision: {
        ...DECISION,
        ground: { type: 'terms', provision: 'Ziffer 4.2', explanation: 'Das Titelbild zeigt Nacktheit.' },
        facts: 'Das Titelbild wurde von einem Klassifikator gefunden und von einer Person angesehen.',
        automation: { detection: true, decision: 'not-automated' },
      },
    }),
  ],
  ['statement-of-reasons-copyright', 'statement-of-reasons', 'uploader', COPYRIGHT],
  ['counter-notice-copy', 'counter-notice-copy', 'sender', COUNTERED],
  ['receipt-complaint', 'receipt', 'sender', internalComplaintSheet({}, { decision: null })],
  ['complaint-decision-upheld', 'complaint-decision', 'sender', internalComplaintSheet()],
  ['complaint-decision-reopened', 'complaint-decision', 'sender', internalComplaintSheet({ by: 'sender' })],
  ['complaint-decision-unfounded', 'complaint-decision', 'sender', UNFOUNDED],
  [
    'extension-notice',
    'extension-notice',
    'sender',
    noticeSheet({
      ...ERASURE,
      clocks: [
        {
          clock: 'GDPR_ART17.answer',
          kind: 'statutory',
          direction: 'our-deadline',
          dueAt: '2027-02-22T23:00:00Z',
          source: 'Reg. (EU) 2016/679 Art 12(3)',
          audiences: ['sender'],
        },
      ],
      extension: { reason: 'Der Antrag nennt 400 Adressen, die einzeln geprüft werden.' },
    }),
  ],
  [
    'scrutiny-request',
    'scrutiny-request',
    'authority',
    removalOrderSheet({
      order: { ...removalOrderSheet().order!, authorityName: 'Pharos', reference: 'PH-2026-31' },
      scrutiny: { infringement: 'manifest', grounds: 'Der Beitrag ist eine Reportage.' },
    }),
  ],
  [
    'reinstatement-scrutiny-to-uploader',
    'reinstatement-to-uploader',
    'uploader',
    removalOrderSheet({ reinstatement: { ...REINSTATED, at: '2026-10-17T21:57:00Z', reason: 'scrutiny' } }),
  ],
  ['information-about-removal-order', 'information-about-order', 'uploader', removalOrderSheet()],
  ['information-about-order', 'information-about-order', 'uploader', orderSheet()],
  ['effect-report-removal-order', 'effect-report', 'authority', removalOrderSheet()],
  ['effect-report-order', 'effect-report', 'authority', orderSheet()],
  ['effect-report-disclosed', 'effect-report', 'authority', DISCLOSED],
  ['decision-refused', 'decision-to-sender', 'authority', NOT_DISCLOSED],
  ['information-about-demand', 'information-about-order', 'uploader', DISCLOSED],
  ['information-about-demand-without-reasons', 'information-about-order', 'uploader', WITHOUT_REASONS],
  ['effect-report-partly', 'effect-report', 'authority', PARTLY_GONE],
  ['effect-report-narrowed', 'effect-report', 'authority', NARROWED],
  ['interim-effect-report', 'interim-effect-report', 'authority', PARTIAL],
  ['impossibility-report-draft', 'impossibility-report-draft', 'authority', MANIFEST_ERROR],
  ['impossibility-report', 'impossibility-report', 'authority', MANIFEST_ERROR],
  [
    'impossibility-report-lifted',
    'impossibility-report',
    'authority',
    {
      ...MANIFEST_ERROR,
      composedAt: '2026-10-18T09:16:00Z',
      reinstatement: { ...REINSTATED, at: '2026-10-18T09:15:00Z', reason: 'order-not-upheld' },
    },
  ],
  ['impossibility-report-order', 'impossibility-report', 'authority', OUTAGE],
  [
    'reinstatement-to-uploader',
    'reinstatement-to-uploader',
    'uploader',
    noticeSheet({ reinstatement: { ...REINSTATED, reason: 'decision-reversed' } }),
  ],
  ['reinstatement-explained-to-uploader', 'reinstatement-to-uploader', 'uploader', EXPLAINED],
  ['reinstatement-explained-to-sender', 'reinstatement-to-sender', 'sender', EXPLAINED],
  [
    'reinstatement-to-sender',
    'reinstatement-to-sender',
    'sender',
    noticeSheet({ reinstatement: { ...REINSTATED, reason: 'complaint-upheld' } }),
  ],
  [
    'reinstatement-to-authority',
    'reinstatement-to-sender',
    'authority',
    removalOrderSheet({ reinstatement: { ...REINSTATED, at: '2026-10-17T21:57:00Z', reason: 'order-not-upheld' } }),
  ],
  ['reinstatement-partly-to-uploader', 'reinstatement-to-uploader', 'uploader', PARTLY_REINSTATED],
  ['reinstatement-partly-to-sender', 'reinstatement-to-sender', 'sender', PARTLY_REINSTATED],
  [
    'reinstatement-lifted-to-authority',
    'reinstatement-to-sender',
    'authority',
    removalOrderSheet({ reinstatement: { ...REINSTATED, at: '2026-10-17T21:57:00Z', reason: 'order-lifted' } }),
  ],
  ['reinstatement-ended-to-uploader', 'reinstatement-to-uploader', 'uploader', ENDED_BEFORE],
  ['reinstatement-ended-to-sender', 'reinstatement-to-sender', 'sender', ENDED_BEFORE],
  ['partner-reinstatement-partly', 'partner-reinstatement', 'partner', PARTLY_REINSTATED],
  ['partner-reinstatement-ended', 'partner-reinstatement', 'partner', ENDED_BEFORE],
  [
    'withdrawal-restored',
    'withdrawal-confirmation',
    'authority',
    removalOrderSheet({ withdrawal: { at: '2026-10-17T21:57:00Z', result: 'restored' } }),
  ],
  [
    'withdrawal-confirmation',
    'withdrawal-confirmation',
    'sender',
    noticeSheet({ withdrawal: { at: '2026-11-22T15:00:00Z', result: 'closed' } }),
  ],
  [
    'reroute-notice',
    'reroute-notice',
    'sender',
    noticeSheet({
      reroute: {
        reason: 'other-body',
        door: {
          en: 'Bundesnetzagentur, Digital Services Coordinator',
          de: 'Bundesnetzagentur, Koordinator für digitale Dienste',
        },
        url: 'https://dsc.example',
      },
    }),
  ],
  [
    'reroute-notice-order',
    'reroute-notice',
    'authority',
    orderSheet({
      reroute: {
        reason: 'not-our-service',
        door: { en: 'Hafenfunk GmbH, legal department', de: 'Hafenfunk GmbH, Rechtsabteilung' },
        url: null,
      },
    }),
  ],
  [
    'reroute-notice-channel',
    'reroute-notice',
    'sender',
    noticeSheet({
      reroute: {
        reason: 'other-channel',
        door: { en: 'our data protection officer', de: 'unsere Datenschutzbeauftragte' },
        url: 'https://klangwerk.example/datenschutz',
      },
    }),
  ],
  [
    'withdrawal-continues',
    'withdrawal-confirmation',
    'sender',
    noticeSheet({ withdrawal: { at: '2026-11-22T15:00:00Z', result: 'continues' } }),
  ],
  ['hearing-notice', 'hearing-notice', 'uploader', complaintSheet()],
  [
    'hearing-notice-disclosed',
    'hearing-notice',
    'uploader',
    complaintSheet({ contactDisclosed: true }, { senderDisclosed: true }),
  ],
  ['hearing-notice-proposal', 'hearing-notice', 'uploader', INTENDED],
  ['hearing-confirmation', 'hearing-confirmation', 'sender', complaintSheet()],
  [
    'hearing-confirmation-disclosed',
    'hearing-confirmation',
    'sender',
    complaintSheet({ contactDisclosed: true }, { senderDisclosed: true }),
  ],
  [
    'hearing-outcome',
    'hearing-outcome',
    'uploader',
    complaintSheet(
      { result: 'objection' },
      { decision: { ...REFUSED, reasonForSender: 'Die Äußerung ist zulässig.' } },
    ),
  ],
  ['hearing-outcome-by-rule', 'hearing-outcome', 'uploader', complaintSheet({ result: 'objection' }, KEPT)],
  [
    'hearing-outcome-beside',
    'hearing-outcome',
    'uploader',
    complaintSheet({ result: 'mixed' }, { ...REMOVED, items: [LEFT_ALONE] }),
  ],
  ['hearing-outcome-withdrawn', 'hearing-outcome', 'uploader', complaintSheet()],
  [
    'hearing-confirmation-named',
    'hearing-confirmation',
    'sender',
    complaintSheet({ objectionNeeds: 'nothing', onSilence: 'decide-without' }, { senderDisclosed: true }),
  ],
  [
    'decision-heard-objection',
    'decision-to-sender',
    'sender',
    complaintSheet({ result: 'objection', posters: [{ name: 'Mara Lind', address: 'Ufer 3, 20095 Hamburg' }] }, KEPT),
  ],
  ['decision-heard-withheld', 'decision-to-sender', 'sender', complaintSheet({ result: 'objection' }, KEPT)],
  [
    'decision-heard-mixed',
    'decision-to-sender',
    'sender',
    complaintSheet({ result: 'mixed' }, { ...REMOVED, items: [itemFacts(), { ...LEFT_ALONE, objected: true }] }),
  ],
  ['decision-heard-silence', 'decision-to-sender', 'sender', complaintSheet({ result: 'silence' }, REMOVED)],
  ['partner-restriction', 'partner-restriction', 'partner', noticeSheet({ items: [itemFacts(), LEFT_ALONE] })],
  [
    'partner-reinstatement',
    'partner-reinstatement',
    'partner',
    noticeSheet({ reinstatement: { ...REINSTATED, reason: 'decision-reversed' } }),
  ],
];
