import type { LegalBasis } from '../legal-basis.ts';
import {
  ALWAYS,
  applicability,
  clock,
  element,
  LIMITATION,
  OWN_POLICY,
  RETENTION_YEARS,
  terms,
} from './basis-parts.ts';
import { INFORMATION_REACH, LOCATES_DATA, owedOnInformationDemand } from './information-demands.ts';
import { known, read } from './sources.ts';

const ARTICLE_10_2 = read('Reg. (EU) 2023/1543 Art 10(2)');
const ARTICLE_10_4 = read('Reg. (EU) 2023/1543 Art 10(4)');
const CONFIDENTIAL = read('Reg. (EU) 2023/1543: confidentiality');
const PRESERVED = read('Reg. (EU) 2023/1543: preserved on receipt');
const START = known('Reg. (EU) 2023/1543: applies from 18 August 2026');
const ANSWER = { inForceFrom: '2026-08-18', metWhen: 'decision' } as const;
const SINCE = { inForceFrom: '2026-08-18' } as const;

/** Days in which a certificate is waited for that names nothing that could be found; it is answered at once. */
const WAIT_DAYS = 3;

/**
 * A European Production Order for electronic evidence. We tell the person concerned nothing: it is for the issuing authority
 * to inform that person, and we keep the order confidential.
 */
export const EU_EEVIDENCE: LegalBasis = {
  id: 'EU_EEVIDENCE',
  version: 1,
  name: {
    en: 'European Production Order (e-Evidence, Regulation (EU) 2023/1543)',
    de: 'Europäische Herausgabeanordnung (E-Evidence, Verordnung (EU) 2023/1543)',
  },
  submitters: ['authority'],
  fromCountries: ['EU'],
  procedure: 'information-demand',
  nature: 'order',
  issuer: 'union',
  applicability: applicability(['hosting-service', 'offered-in-union'], '2026-08-18', START),
  elements: [
    element('location', 'locates', ARTICLE_10_2, LOCATES_DATA),
    element('authority', 'substantial', ARTICLE_10_2),
    element('provision', 'substantial', ARTICLE_10_2),
    element('signed', 'substantial', ARTICLE_10_2),
    element('issued-at', 'formal', OWN_POLICY),
    element('order-reference', 'formal', OWN_POLICY),
  ],
  clocks: [
    clock('EU_EEVIDENCE.answer', { unit: 'days', amount: 10, rolls: true }, ARTICLE_10_2, {
      ...ANSWER,
      onlyWhen: 'no-emergency',
    }),
    clock('EU_EEVIDENCE.answer-emergency', { unit: 'hours', amount: 8 }, ARTICLE_10_4, {
      ...ANSWER,
      onlyWhen: 'emergency',
    }),
    // Where the enforcing authority was notified, the end of the ten days is also the earliest date.
    clock('EU_EEVIDENCE.transmit-not-before', { unit: 'days', amount: 10, rolls: true }, ARTICLE_10_2, {
      ...SINCE,
      direction: 'earliest',
      onlyWhen: 'enforcing-authority-notified',
    }),
  ],
  leadingClock: 'EU_EEVIDENCE.answer',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: ALWAYS,
  decidedBy: ['counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnInformationDemand({ receipt: OWN_POLICY, request: ARTICLE_10_2, answer: ARTICLE_10_2 }),
  trigger: null,
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: INFORMATION_REACH,
  retentionYears: RETENTION_YEARS,
  queue: 'orders',
  terms: terms(
    ['European Production Order', 'Europäische Herausgabeanordnung'],
    ['enforcing authority', 'Vollstreckungsbehörde'],
  ),
  sources: [START, ARTICLE_10_2, ARTICLE_10_4, PRESERVED, CONFIDENTIAL, LIMITATION],
};
