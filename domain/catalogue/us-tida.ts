import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, LIMITATION, NEVER, OWN_POLICY, RETENTION_YEARS, terms } from './basis-parts.ts';
import { COMPLAINT_WINDOW, NEW_YORK } from './clocks.ts';
import { owedOnNotice } from './owed.ts';
import { read, uncertain } from './sources.ts';
import { INTIMATE } from './topics.ts';

const SECTION_3 = read('Pub. L. 119-12 § 3');
const WAIT_HOURS = 24;

/** A request under the TAKE IT DOWN Act to remove an intimate visual depiction published without consent. */
export const US_TIDA: LegalBasis = {
  id: 'US_TIDA',
  version: 1,
  name: {
    en: 'Request to remove an intimate depiction (TAKE IT DOWN Act, Pub. L. 119-12 § 3)',
    de: 'Antrag auf Entfernung einer intimen Darstellung (TAKE IT DOWN Act, Pub. L. 119-12 § 3)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['covered-platform'], '2026-05-19', SECTION_3),
  elements: [
    element('location', 'locates', SECTION_3),
    element('signature', 'substantial', SECTION_3),
    element('affected-person', 'substantial', SECTION_3),
    element('non-consent', 'substantial', SECTION_3),
    element('good-faith', 'substantial', SECTION_3),
    element('contact', 'substantial', SECTION_3),
  ],
  clocks: [
    clock('US_TIDA.remove', { unit: 'hours', amount: 48 }, SECTION_3, {
      metWhen: 'effect',
      ...NEW_YORK,
      inForceFrom: '2026-05-19',
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'US_TIDA.remove',
  actFirst: 'when-valid-on-its-face',
  groundByRule: {
    provision: 'Pub. L. 119-12 § 3 (TAKE IT DOWN Act)',
    explanation: {
      en: 'A request under this Act states that this content shows an intimate depiction of an identifiable person, published without that person’s consent. The law does not allow to wait for a review; a person reviews the restriction now.',
      de: 'Nach einem Antrag auf Grundlage dieses Gesetzes zeigt dieser Inhalt die intime Darstellung einer identifizierbaren Person, veröffentlicht ohne deren Einwilligung. Das Gesetz lässt nicht zu, eine Prüfung abzuwarten; ein Mensch prüft die Beschränkung jetzt.',
    },
  },
  fourEyes: NEVER,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'hours', amount: WAIT_HOURS },
  unattended: 'disable-at-75-percent',
  unattendedNeeds: ['location', 'affected-person', 'non-consent'],
  atRiskAfterMinutes: null,
  notifications: owedOnNotice({
    receipt: OWN_POLICY,
    request: SECTION_3,
    database: uncertain('Reg. (EU) 2022/2065 Art 24(5), for a request under the law of a third country'),
    decision: OWN_POLICY,
  }),
  trigger: 'other-notification',
  topic: INTIMATE,
  senderDisclosed: false,
  otherRedress: [],
  copies: {
    which: {
      en: 'Known identical copies, by reasonable efforts.',
      de: 'Bekannte identische Kopien, mit zumutbarem Aufwand.',
    },
    source: SECTION_3,
  },
  territory: {
    default: ['US'],
    widest: ['WORLD'],
    source: uncertain('Pub. L. 119-12 § 3 says remove and names no territory'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'intimate-images',
  terms: terms(
    ['intimate images without consent', 'intime Aufnahmen ohne Einwilligung'],
    ['digital forgery', 'Deepfake'],
    ['identifiable individual', 'identifizierbare Person'],
  ),
  sources: [SECTION_3, LIMITATION],
};
