import type { LegalBasis } from '../legal-basis.ts';
import { applicability, element, LIMITATION, OWN_POLICY, RETENTION_YEARS, terms, WHEN_WIDE } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { owedOnNotice } from './owed.ts';
import { known, read } from './sources.ts';

const ARTICLE_14 = known('Reg. (EU) 2022/2065 Art 14');
const ARTICLE_17 = read('Reg. (EU) 2022/2065 Art 17(1) and (3)(e)');
const WAIT_DAYS = 7;

/** A report that content breaks the platform's own rules: a decision on it is one of its own, beside any legal one. */
export const TERMS: LegalBasis = {
  id: 'TERMS',
  version: 1,
  name: {
    en: "Report under the platform's own rules (terms and conditions)",
    de: 'Hinweis nach den eigenen Regeln der Plattform (Allgemeine Geschäftsbedingungen)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'terms',
  issuer: null,
  applicability: applicability(['hosting-service', 'offered-in-union'], '2024-02-17', ARTICLE_14),
  elements: [
    element('location', 'locates', OWN_POLICY),
    element('explanation', 'substantial', OWN_POLICY),
    element('email', 'formal', OWN_POLICY),
  ],
  clocks: [COMPLAINT_WINDOW],
  leadingClock: null,
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnNotice({
    receipt: OWN_POLICY,
    request: OWN_POLICY,
    statement: ARTICLE_17,
    database: read('Reg. (EU) 2022/2065 Art 24(5)'),
    decision: OWN_POLICY,
  }),
  trigger: 'other-notification',
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: { default: ['WORLD'], widest: ['WORLD'], source: OWN_POLICY },
  retentionYears: RETENTION_YEARS,
  queue: 'terms',
  terms: terms(
    ['terms and conditions', 'Allgemeine Geschäftsbedingungen'],
    ['contractual ground', 'vertraglicher Grund'],
  ),
  sources: [ARTICLE_14, ARTICLE_17, LIMITATION],
};
