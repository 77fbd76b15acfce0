import type { ClockRule, LegalBasis, NotificationRule } from '../legal-basis.ts';
import { applicability, clock, element, OWN_POLICY, RETENTION_YEARS, terms } from './basis-parts.ts';
import { SCRUTINY_DECISION, SCRUTINY_REQUEST } from './clocks.ts';
import { notification } from './owed.ts';
import { known, read } from './sources.ts';

const ARTICLE_3_3 = read('Reg. (EU) 2021/784 Art 3(3)');
const ARTICLE_3_4 = known('Reg. (EU) 2021/784 Art 3(4) and Annex I');
const ARTICLE_3_6 = read('Reg. (EU) 2021/784 Art 3(6) and Annex II');
const ARTICLE_3_7 = read('Reg. (EU) 2021/784 Art 3(7) and (8) and Annex III');
const ARTICLE_4 = known('Reg. (EU) 2021/784 Art 4');
const ARTICLE_11 = read('Reg. (EU) 2021/784 Art 11');
const SCOPE = read('Reg. (EU) 2021/784 Art 1(2) and 24: since 7 June 2022');
const RESTRICTED = { when: 'restricted' } as const;
/** Hours within which a person confirms what was done first. */
const CONFIRM_HOURS = 24;
const SINCE = { inForceFrom: '2022-06-07' } as const;

const CLOCKS: readonly ClockRule[] = [
  // Art 3(7) and (8): the hour starts as the impossibility ends, or as the clarification that was sought is received.
  clock('EU_TCO_ART3.disable', { unit: 'hours', amount: 1 }, ARTICLE_3_3, {
    metWhen: 'effect',
    ...SINCE,
    startsAnewAt: { events: ['clarification', 'impossibility-ended'], source: ARTICLE_3_7 },
  }),
  // Four eyes after the effect: from when the case goes to review.
  clock('EU_TCO_ART3.confirm', { unit: 'hours', amount: CONFIRM_HOURS }, OWN_POLICY, {
    metWhen: 'decision',
    kind: 'target',
    startsAt: 'review',
    shownTo: [],
  }),
  SCRUTINY_REQUEST,
  SCRUTINY_DECISION,
  clock('EU_TCO_ART6.preserve-until', { unit: 'months', amount: 6, rolls: false }, read('Reg. (EU) 2021/784 Art 6'), {
    ...SINCE,
    direction: 'hold-until',
    startsAt: 'removal',
    shownTo: ['authority'],
  }),
  clock(
    'EU_TCO_ART11.non-disclosure-until',
    { unit: 'weeks', amount: 6, rolls: false },
    known('Reg. (EU) 2021/784 Art 11(3): at most six weeks, and once more six weeks'),
    { ...SINCE, direction: 'hold-until', startsAt: 'authority-decision', extensions: 1, shownTo: ['authority'] },
  ),
];

const NOTIFICATIONS: readonly NotificationRule[] = [
  notification('receipt', 'authority', 'receipt', known('Reg. (EU) 2021/784 Art 3(5)')),
  notification('information-request', 'authority', 'information', ARTICLE_3_7),
  notification('impossibility-report-draft', 'authority', 'information', ARTICLE_3_7, { channel: 'draft' }),
  notification('impossibility-report-draft', 'authority', 'hour-at-risk', ARTICLE_3_7, { channel: 'draft' }),
  notification('interim-effect-report', 'authority', 'hour-at-risk', ARTICLE_3_6, RESTRICTED),
  notification('information-about-order', 'uploader', 'first-effect', ARTICLE_11, {
    ...RESTRICTED,
    withheldBySecrecy: true,
  }),
  notification('effect-report', 'authority', 'proven', ARTICLE_3_6, RESTRICTED),
  notification('decision-to-sender', 'authority', 'decided', ARTICLE_3_7, { when: 'not-restricted' }),
  notification('partner-restriction', 'partner', 'proven', OWN_POLICY, {
    ...RESTRICTED,
    channel: 'webhook',
    withheldBySecrecy: true,
  }),
  notification('reinstatement-to-uploader', 'uploader', 'restored', ARTICLE_4, { withheldBySecrecy: true }),
  notification('reinstatement-to-sender', 'authority', 'restored', ARTICLE_4),
  notification('partner-reinstatement', 'partner', 'restored', OWN_POLICY, {
    channel: 'webhook',
    withheldBySecrecy: true,
  }),
  notification('impossibility-report', 'authority', 'challenged', ARTICLE_3_7),
  notification('scrutiny-request', 'authority', 'scrutiny', ARTICLE_4),
  notification('withdrawal-confirmation', 'authority', 'withdrawn', OWN_POLICY),
  notification('reroute-notice', 'authority', 'rerouted', OWN_POLICY),
];

/** A removal order for terrorist content under Regulation (EU) 2021/784, Art 3. */
export const EU_TCO_ART3: LegalBasis = {
  id: 'EU_TCO_ART3',
  version: 1,
  name: {
    en: 'Removal order for terrorist content (Regulation (EU) 2021/784, Art 3)',
    de: 'Entfernungsanordnung für terroristische Inhalte (Verordnung (EU) 2021/784, Art. 3)',
  },
  submitters: ['authority'],
  fromCountries: ['EU'],
  nature: 'order',
  issuer: 'union',
  applicability: applicability(['hosting-service', 'offered-in-union'], '2022-06-07', SCOPE),
  elements: [
    element('location', 'locates', ARTICLE_3_4),
    element('authority', 'substantial', ARTICLE_3_4),
    element('statement-of-reasons', 'substantial', ARTICLE_3_4),
    element('provision', 'substantial', ARTICLE_3_4),
    element('issued-at', 'substantial', ARTICLE_3_4),
    element('signed', 'substantial', ARTICLE_3_4),
    element('redress', 'formal', ARTICLE_3_4),
    element('order-reference', 'formal', ARTICLE_3_4),
  ],
  // Their lack keeps nobody from executing the order (Art 3(8)), so that neither stops the hour nor is asked for.
  judgedInReview: [
    {
      what: {
        en: 'information about redress with its time limits: an order without it is executed all the same',
        de: 'Angaben zu Rechtsbehelfen und ihren Fristen: Ohne sie wird die Anordnung dennoch ausgeführt',
      },
      source: ARTICLE_3_4,
    },
    {
      what: {
        en: 'that its reasons refer to a type of terrorist content in Art 2(7)',
        de: 'dass sich die Begründung auf eine Art terroristischer Inhalte nach Art. 2 Nr. 7 bezieht',
      },
      source: ARTICLE_3_4,
    },
  ],
  clocks: [...CLOCKS],
  leadingClock: 'EU_TCO_ART3.disable',
  actFirst: 'once-authenticated',
  groundByRule: null,
  fourEyes: { rule: 'confirm-after', itemsAbove: null, countriesBeyond: null, withinHours: CONFIRM_HOURS },
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'none' },
  unattended: 'never-waits',
  atRiskAfterMinutes: 40,
  notifications: [...NOTIFICATIONS],
  trigger: null,
  senderDisclosed: false,
  otherRedress: [],
  scrutiny: { clocks: { request: SCRUTINY_REQUEST.clock, decision: SCRUTINY_DECISION.clock }, source: ARTICLE_4 },
  copies: null,
  territory: { default: ['EU'], widest: ['EU'], source: ARTICLE_3_3 },
  retentionYears: RETENTION_YEARS,
  queue: 'terrorism',
  terms: terms(
    ['removal order', 'Entfernungsanordnung'],
    ['terrorist content', 'terroristischer Inhalt'],
    ['within one hour of receipt', 'innerhalb einer Stunde nach Erhalt'],
    ['disabling of access in all Member States', 'Sperrung des Zugangs in allen Mitgliedstaaten'],
    ['force majeure, de facto impossibility', 'höhere Gewalt, faktische Unmöglichkeit'],
    ['manifest errors', 'offensichtliche Fehler'],
    ['insufficient information', 'unzureichende Angaben'],
    ['hosting service provider', 'Hostingdiensteanbieter'],
    ['content provider', 'Inhalteanbieter'],
    ['contact point', 'Kontaktstelle'],
    ['cross-border removal order', 'grenzüberschreitende Entfernungsanordnung'],
    ['preservation of content', 'Aufbewahrung der Inhalte'],
    ['feedback (Annex II)', 'Rückmeldung (Anhang II)'],
  ),
  sources: [SCOPE, ARTICLE_3_3, ARTICLE_3_4, ARTICLE_3_6, ARTICLE_3_7, ARTICLE_4, ARTICLE_11],
};
