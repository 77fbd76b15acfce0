import type { LegalBasis } from '../legal-basis.ts';
import {
  applicability,
  clock,
  element,
  LIMITATION,
  OWN_POLICY,
  RETENTION_YEARS,
  terms,
  WHEN_WIDE,
} from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { notification } from './owed.ts';
import { known, read } from './sources.ts';

const ARTICLE_16_2 = read('Reg. (EU) 2022/2065 Art 16(2)');
/** Whoever reports the sexual abuse of a child may stay anonymous. */
const CHILD_ABUSE = {
  signal: 'child-safety',
  source: read('Reg. (EU) 2022/2065 Art 16(2)(c): except offences of Arts 3 to 7 Dir. 2011/93/EU'),
} as const;
const ARTICLE_17 = read('Reg. (EU) 2022/2065 Art 17');
const SCOPE = read('Reg. (EU) 2022/2065 Art 16 and 93(2); no exemption for small providers');
const RESTRICTED = { when: 'restricted' } as const;

/** A notice of illegal content under the Digital Services Act, Art 16. */
export const DSA_ART16: LegalBasis = {
  id: 'DSA_ART16',
  version: 1,
  name: {
    en: 'Notice of illegal content (Digital Services Act, Art 16)',
    de: 'Meldung rechtswidriger Inhalte (Gesetz über digitale Dienste, Art. 16)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['hosting-service', 'offered-in-union'], '2024-02-17', SCOPE),
  elements: [
    element('location', 'locates', ARTICLE_16_2),
    element('explanation', 'substantial', ARTICLE_16_2),
    { ...element('name', 'substantial', ARTICLE_16_2), exempt: CHILD_ABUSE },
    { ...element('email', 'substantial', ARTICLE_16_2), exempt: CHILD_ABUSE },
    element('good-faith', 'substantial', ARTICLE_16_2),
  ],
  clocks: [
    clock(
      'DSA_ART16.decide',
      { unit: 'hours', amount: 72 },
      read('Reg. (EU) 2022/2065 Art 16(6): timely; our own target'),
      { metWhen: 'decision', kind: 'target', inForceFrom: '2024-02-17' },
    ),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'DSA_ART16.decide',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: 7 },
  unattended: 'target-only',
  atRiskAfterMinutes: null,
  notifications: [
    notification('receipt', 'sender', 'receipt', read('Reg. (EU) 2022/2065 Art 16(4)')),
    notification('information-request', 'sender', 'information', ARTICLE_16_2),
    notification('statement-of-reasons', 'uploader', 'first-effect', ARTICLE_17, RESTRICTED),
    notification('transparency-database-entry', 'authority', 'first-effect', read('Reg. (EU) 2022/2065 Art 24(5)'), {
      ...RESTRICTED,
      channel: 'transparency-database',
    }),
    notification('decision-to-sender', 'sender', 'proven', read('Reg. (EU) 2022/2065 Art 16(5)'), RESTRICTED),
    notification('decision-to-sender', 'sender', 'decided', read('Reg. (EU) 2022/2065 Art 16(5)'), {
      when: 'not-restricted',
    }),
    notification('partner-restriction', 'partner', 'proven', OWN_POLICY, { ...RESTRICTED, channel: 'webhook' }),
    notification('reinstatement-to-uploader', 'uploader', 'restored', read('Reg. (EU) 2022/2065 Art 20(4) and (5)')),
    notification('reinstatement-to-sender', 'sender', 'restored', read('Reg. (EU) 2022/2065 Art 16(5)')),
    notification('partner-reinstatement', 'partner', 'restored', OWN_POLICY, { channel: 'webhook' }),
    notification('withdrawal-confirmation', 'sender', 'withdrawn', OWN_POLICY),
    notification('reroute-notice', 'sender', 'rerouted', OWN_POLICY),
  ],
  trigger: 'art16-notice',
  triggerOfFlagger: 'trusted-flagger-notice',
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: {
    default: ['EU'],
    widest: ['WORLD'],
    asProvision: true,
    source: known('National law: that country; Union law: the Union; narrowest set that serves'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'notices',
  terms: terms(
    ['notice, notice and action mechanism', 'Meldung, Melde- und Abhilfeverfahren'],
    ['confirmation of receipt', 'Eingangsbestätigung'],
    ['illegal content', 'rechtswidriger Inhalt'],
    ['sufficiently substantiated explanation', 'hinreichend begründete Erläuterung'],
    ['exact electronic location', 'genauer elektronischer Speicherort (URL-Adresse)'],
    ['trusted flagger', 'vertrauenswürdiger Hinweisgeber'],
    ['statement of reasons', 'Begründung'],
    ['without undue delay', 'unverzüglich'],
    ['internal complaint-handling system', 'internes Beschwerdemanagementsystem'],
    ['out-of-court dispute settlement body', 'außergerichtliche Streitbeilegungsstelle'],
  ),
  sources: [SCOPE, ARTICLE_16_2, ARTICLE_17, LIMITATION],
};
