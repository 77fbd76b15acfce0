import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, LIMITATION, RETENTION_YEARS, terms, WHEN_WIDE } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { notification, owedOnNotice } from './owed.ts';
import { known, read, uncertain } from './sources.ts';
import { ERASURE } from './topics.ts';

const ARTICLE_12_3 = read('Reg. (EU) 2016/679 Art 12(3)');
const ARTICLE_12_4 = known('Reg. (EU) 2016/679 Art 12(4)');
const ARTICLE_12_6 = known('Reg. (EU) 2016/679 Art 12(6)');
const ARTICLE_17 = read('Reg. (EU) 2016/679 Art 17');
const ARTICLE_19 = known('Reg. (EU) 2016/679 Art 17(2) and 19');
const SINCE = { inForceFrom: '2018-05-25' } as const;
const WAIT_DAYS = 7;
/** Nobody has to explain why content is illegal, and no form is asked for. */
const GROUND = {
  en: 'the ground on which you ask for erasure (Art 17(1)(a) to (f))',
  de: 'der Grund, aus dem Sie die Löschung verlangen (Art. 17 Abs. 1 Buchst. a bis f)',
} as const;

/** A request for erasure under the General Data Protection Regulation, Art 17. */
export const GDPR_ART17: LegalBasis = {
  id: 'GDPR_ART17',
  version: 1,
  name: {
    en: 'Request for erasure (General Data Protection Regulation, Art 17)',
    de: 'Antrag auf Löschung (Datenschutz-Grundverordnung, Art. 17)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['controller', 'established-in-union'], '2018-05-25', ARTICLE_17),
  elements: [
    element('location', 'locates', ARTICLE_17),
    element('explanation', 'substantial', ARTICLE_17, GROUND),
    element('affected-person', 'substantial', ARTICLE_12_6),
    element('name', 'substantial', ARTICLE_12_6),
    element('email', 'substantial', ARTICLE_12_3),
  ],
  clocks: [
    clock('GDPR_ART17.answer', { unit: 'months', amount: 1, rolls: true }, ARTICLE_12_3, {
      metWhen: 'decision-to-sender',
      ...SINCE,
      extension: { by: 'us', to: 'GDPR_ART17.answer-extended', source: ARTICLE_12_3 },
      pausedBy: [{ because: 'identity-request', source: ARTICLE_12_6 }],
    }),
    clock('GDPR_ART17.answer-extended', { unit: 'months', amount: 3, rolls: true }, ARTICLE_12_3, {
      metWhen: 'decision-to-sender',
      ...SINCE,
      startsAt: 'extension',
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'GDPR_ART17.answer',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: [
    ...owedOnNotice({
      receipt: ARTICLE_12_3,
      request: ARTICLE_12_6,
      database: uncertain('Reg. (EU) 2022/2065 Art 24(5): content restricted because personal data is unlawful in it'),
      decision: ARTICLE_12_4,
      partner: ARTICLE_19,
    }),
    notification('extension-notice', 'sender', 'extension', ARTICLE_12_3),
  ],
  trigger: 'other-notification',
  topic: ERASURE,
  senderDisclosed: false,
  otherRedress: [{ way: 'supervisory-authority', of: 'sender', source: ARTICLE_12_4 }],
  copies: null,
  territory: {
    default: ['EEA'],
    widest: ['WORLD'],
    source: known('CJEU C-507/17: the whole Union, not the world, unless a balancing says otherwise'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'privacy',
  terms: terms(
    ['right to erasure (right to be forgotten)', 'Recht auf Löschung („Recht auf Vergessenwerden“)'],
    ['data subject', 'betroffene Person'],
    ['controller', 'Verantwortlicher'],
    ['objection', 'Widerspruch'],
    ['proof of identity', 'Identitätsnachweis'],
    ['extension by two months', 'Fristverlängerung um zwei Monate'],
    ['delisting', 'Auslistung'],
    ['supervisory authority', 'Aufsichtsbehörde'],
  ),
  sources: [ARTICLE_12_3, ARTICLE_12_4, ARTICLE_12_6, ARTICLE_17, ARTICLE_19, LIMITATION],
};
