import type { HearingRule } from '../hearing-rule.ts';
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
import { owedOnHearing, owedOnNotice } from './owed.ts';
import { known, read } from './sources.ts';

const ARTICLE_18_4 = read('Reg. (EU) 2024/1083 Art 18(4)');
const EXCEPTIONS = known('Reg. (EU) 2024/1083 Art 18: shorter in a crisis; not for illegal content');
const WAIT_DAYS = 7;

/** The provider has its 24 hours whole: it may add to an answer, and nothing is decided before. */
const HEARING: HearingRule = {
  of: 'uploader',
  opens: 'before-restriction',
  clocks: { answer: 'EMFA_18.wait', send: null, act: null },
  endsWith: 'window',
  objectionNeeds: 'nothing',
  onSilence: 'decide-without',
  onConsent: 'decide',
  onObjection: 'decide',
  onUnreachable: 'decide-without',
  onRepeat: null,
  keptBecause: null,
  exempt: [
    { when: 'illegal-content', source: EXCEPTIONS },
    { when: 'crisis', source: EXCEPTIONS },
  ],
  source: ARTICLE_18_4,
};

/**
 * A report about a declared media service provider under the platform's own terms: a very large platform tells that
 * provider its reasons and waits, before it restricts.
 */
export const EMFA_18: LegalBasis = {
  id: 'EMFA_18',
  version: 1,
  name: {
    en: 'Restriction of a media service provider (European Media Freedom Act, Art 18)',
    de: 'Beschränkung eines Mediendiensteanbieters (Europäisches Medienfreiheitsgesetz, Art. 18)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'terms',
  issuer: null,
  applicability: applicability(['very-large-platform', 'offered-in-union'], '2025-08-08', ARTICLE_18_4),
  elements: [
    element('location', 'locates', OWN_POLICY),
    element('explanation', 'substantial', OWN_POLICY),
    element('email', 'formal', OWN_POLICY),
  ],
  clocks: [
    clock('EMFA_18.wait', { unit: 'hours', amount: 24 }, ARTICLE_18_4, {
      direction: 'earliest',
      startsAt: 'step',
      inForceFrom: '2025-08-08',
      shownTo: ['uploader'],
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: null,
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: [
    ...owedOnNotice({
      receipt: OWN_POLICY,
      request: OWN_POLICY,
      database: read('Reg. (EU) 2022/2065 Art 24(5)'),
      decision: OWN_POLICY,
    }),
    ...owedOnHearing({ heard: ARTICLE_18_4, asked: null }),
  ],
  trigger: 'other-notification',
  senderDisclosed: false,
  hearing: HEARING,
  otherRedress: [],
  copies: null,
  territory: {
    default: ['EU'],
    widest: ['WORLD'],
    source: known('Reg. (EU) 2024/1083: services offered in the Union'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'terms',
  terms: terms(['media service provider', 'Mediendiensteanbieter'], ['statement of reasons', 'Begründung']),
  sources: [ARTICLE_18_4, EXCEPTIONS, LIMITATION],
};
