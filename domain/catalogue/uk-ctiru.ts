import type { LegalBasis } from '../legal-basis.ts';
import { applicability, element, LIMITATION, OWN_POLICY, RETENTION_YEARS, terms, WHEN_WIDE } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { owedOnNotice } from './owed.ts';
import { known, uncertain } from './sources.ts';
import { TERRORISM } from './topics.ts';

const REFERRAL = known('CTIRU referrals are voluntary: no clock and no duty of law');
const WAIT_DAYS = 7;

/** A referral by the Counter Terrorism Internet Referral Unit: a voluntary flag, never an order. */
export const UK_CTIRU: LegalBasis = {
  id: 'UK_CTIRU',
  version: 1,
  name: {
    en: 'Referral by the Counter Terrorism Internet Referral Unit (voluntary)',
    de: 'Hinweis der Counter Terrorism Internet Referral Unit (freiwillig)',
  },
  submitters: ['trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability([], null, REFERRAL),
  elements: [
    element('location', 'locates', REFERRAL),
    element('explanation', 'substantial', REFERRAL),
    element('email', 'formal', REFERRAL),
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
    database: uncertain('Reg. (EU) 2022/2065 Art 24(5), for a referral of a third country'),
    decision: OWN_POLICY,
  }),
  trigger: 'other-notification',
  topic: TERRORISM,
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: { default: ['GB'], widest: ['WORLD'], source: OWN_POLICY },
  retentionYears: RETENTION_YEARS,
  queue: 'terrorism',
  terms: terms(['referral', 'Hinweis'], ['voluntary', 'freiwillig']),
  sources: [REFERRAL, LIMITATION],
};
