const ITEM = 'https://platform.example/tracks/trk-1001';
const LEASE = 'lease-7d0f5c2a9b41';

const NOTICE = {
  legalBasis: 'DSA_ART16',
  language: 'de',
  submitter: {
    name: 'Kanzlei Beispiel',
    email: 'recht@kanzlei.example',
    role: 'legal-representative',
    country: 'DE',
  },
  items: [{ url: ITEM, components: ['audio'], territories: ['DE'], note: 'Refrain 00:43-01:12' }],
  explanation: 'Der Refrain stachelt zum Hass gegen einen Teil der Bevölkerung auf (§ 130 StGB).',
  statements: { goodFaith: true, accurate: true, authorised: true },
  signature: 'Kanzlei Beispiel',
};

const ORDER = {
  legalBasis: 'EU_TCO_ART3',
  language: 'de',
  reference: 'BKA-2026-0815',
  issuedAt: '2026-10-05T09:35:00+02:00',
  authority: { id: 'de-bka' },
  items: [{ url: ITEM, note: 'Ab 12:40' }],
  territories: ['EU'],
  provisions: ['Art 3(1) Reg. (EU) 2021/784'],
  statementOfReasons: 'Der Inhalt fordert zur Begehung terroristischer Straftaten auf (Art. 2 Nr. 7 Buchst. a).',
  redress: 'Klage beim Verwaltungsgericht Wiesbaden binnen eines Monats.',
  signed: true,
};

const DECISION = {
  leaseId: LEASE,
  outcome: 'restrict',
  ground: { type: 'illegal', provision: '§ 130 StGB', explanation: 'Der Refrain stachelt zum Hass auf.' },
  facts: 'Gehört von 00:43 bis 01:12; der Wortlaut entspricht der Meldung.',
  items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'], until: null }],
  automation: { detection: false, decision: 'not-automated' },
};

const INFORMATION = { answers: { explanation: 'Gemeint ist der Refrain ab 00:43.' }, items: [{ url: ITEM }] };

const COURT_ACTION = { court: 'N.D. Cal.', caseNumber: '3:26-cv-00000', filedOn: '2026-12-02', counterNotice: 1 };

/** A body for each route that takes one, by the operation's id: as somebody might send it, with nobody real in it. */
export const EXAMPLE_BODIES: Readonly<Record<string, unknown>> = {
  submitNotice: NOTICE,
  addNoticeInformation: INFORMATION,
  withdrawNotice: { reason: 'Wir haben uns geeinigt.' },
  answerHearing: {
    position: 'objection',
    explanation: 'Der Refrain zitiert ein Gedicht von 1848.',
    name: 'Berta Beispiel',
    postalAddress: 'Musterweg 7, 12345 Musterstadt',
    passOnDetails: false,
  },
  giveComplaint: { explanation: 'Der Refrain zitiert ein Gedicht von 1848 und ruft zu nichts auf.', items: [ITEM] },
  giveCounterNotice: {
    items: [ITEM],
    mistake: true,
    name: 'Berta Beispiel',
    postalAddress: 'Musterweg 7, 12345 Musterstadt',
    telephone: '+49 30 0000000',
    jurisdiction: true,
    service: true,
    signature: 'Berta Beispiel',
  },
  notifyCourtAction: COURT_ACTION,
  recordCourtAction: COURT_ACTION,
  submitOrder: ORDER,
  addOrderInformation: INFORMATION,
  amendOrder: { statement: 'Die Anordnung gilt nur noch für Deutschland.', territories: ['DE'] },
  withdrawOrder: { reason: 'Die Anordnung ist aufgehoben.' },
  releaseCase: { leaseId: LEASE },
  addNote: { text: 'Mit der Redaktion gesprochen; die Aufnahme ist echt.' },
  requestInformation: { elements: ['explanation'], reason: 'Bitte nennen Sie die Stelle, die Sie meinen.' },
  decideCase: DECISION,
  approveDecision: { verdict: 'return', reason: 'Deutschland genügt.' },
  reverseDecision: { reason: 'Die Lizenz hat sich gefunden.' },
  recordClockEntry: {
    kind: 'pause',
    clock: 'COURT_ORDER.comply',
    because: 'stay',
    at: '2026-11-23T10:00:00+01:00',
    evidence: 'Beschluss des Oberlandesgerichts vom 23. November 2026, per Mail vom Prozessbevollmächtigten.',
  },
  requestScrutiny: {
    infringement: 'manifest',
    grounds:
      'Die Anordnung nennt keinen der Tatbestände des Art. 2 Nr. 7; der Beitrag ist eine Reportage (Art. 1 Abs. 3).',
  },
  recordScrutinyDecision: {
    infringement: 'manifest',
    initiative: 'platform',
    decidedAt: '2026-10-08T09:00:00+02:00',
    evidence: 'Bescheid vom 8. Oktober 2026, per Mail an die Kontaktstelle.',
  },
  erasePerson: { personId: 'uploader-1', ground: 'gdpr-art-17', reference: 'DSR-2026-0107' },
  placeHold: { matter: 'LIT-2026-0042', reason: 'Die Gegenseite hat Klage angekündigt.' },
  releaseHold: { reason: 'Das Verfahren ist abgeschlossen.' },
  resumeCase: {
    deliveries: [{ deliveryId: 'case-4zh7vhzbtespzp1ccfetjrq191.receipt.sender', email: 'office@kanzlei.example' }],
  },
};
