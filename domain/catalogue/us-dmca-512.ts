import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, NEVER, OWN_POLICY, RETENTION_YEARS, terms } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { notification } from './owed.ts';
import { known, read, uncertain } from './sources.ts';
import { COPYRIGHT } from './topics.ts';

const NOTICE = read('17 U.S.C. 512(c)(3)(A)');
const DEFECTIVE = read('17 U.S.C. 512(c)(3)(B)(ii)');
const PUT_BACK = read('17 U.S.C. 512(g)(2)(C); business days are not defined there');
const COUNTER_NOTICE = read('17 U.S.C. 512(g)(3)');
const COPY = read('17 U.S.C. 512(g)(2)(B)');
const TO_SUBSCRIBER = known('17 U.S.C. 512(g)(2)(A); Reg. (EU) 2022/2065 Art 17');
// In the Union a notice in this form is one under Art 16: what a restriction on it owes is owed here too.
const DATABASE = uncertain('Reg. (EU) 2022/2065 Art 24(5), for a notice in the form of 17 U.S.C. 512');
const SCOPE = known('17 U.S.C. 512(c); Pub. L. 105-304');
const RESTRICTED = { when: 'restricted' } as const;
const AGENT = { place: 'US', zone: 'America/New_York' } as const;

/** A notice of claimed infringement under the Digital Millennium Copyright Act, 17 U.S.C. 512. */
export const US_DMCA_512: LegalBasis = {
  id: 'US_DMCA_512',
  version: 1,
  name: {
    en: 'Notice of claimed infringement (17 U.S.C. 512)',
    de: 'Meldung einer behaupteten Urheberrechtsverletzung (17 U.S.C. 512)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['hosting-service', 'designated-agent'], '1998-10-28', SCOPE),
  elements: [
    element('location', 'locates', NOTICE),
    element('work', 'substantial', NOTICE),
    element('contact', 'substantial', NOTICE),
    element('signature', 'substantial', NOTICE),
    element('good-faith', 'substantial', NOTICE),
    element('accuracy', 'substantial', NOTICE),
    element('penalty-of-perjury', 'substantial', NOTICE),
  ],
  clocks: [
    clock(
      'US_DMCA_512.remove',
      { unit: 'hours', amount: 24 },
      read('17 U.S.C. 512(c)(1)(C): expeditiously; our own target'),
      { metWhen: 'effect', ...AGENT, kind: 'target' },
    ),
    clock('US_DMCA_512.put-back-not-before', { unit: 'business-days', amount: 10 }, PUT_BACK, {
      ...AGENT,
      direction: 'earliest',
      startsAt: 'counter-notice',
      shownTo: ['sender', 'uploader'],
    }),
    clock('US_DMCA_512.put-back-not-after', { unit: 'business-days', amount: 14 }, PUT_BACK, {
      ...AGENT,
      startsAt: 'counter-notice',
      shownTo: ['sender', 'uploader'],
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'US_DMCA_512.remove',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: NEVER,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'business-days', amount: 5, ...AGENT },
  unattended: 'target-only',
  atRiskAfterMinutes: null,
  notifications: [
    notification('receipt', 'sender', 'receipt', OWN_POLICY),
    notification('information-request', 'sender', 'information', DEFECTIVE),
    notification('statement-of-reasons', 'uploader', 'first-effect', TO_SUBSCRIBER, RESTRICTED),
    notification('transparency-database-entry', 'authority', 'first-effect', DATABASE, {
      ...RESTRICTED,
      channel: 'transparency-database',
    }),
    notification('decision-to-sender', 'sender', 'proven', OWN_POLICY, RESTRICTED),
    notification('decision-to-sender', 'sender', 'decided', OWN_POLICY, { when: 'not-restricted' }),
    notification('partner-restriction', 'partner', 'proven', OWN_POLICY, { ...RESTRICTED, channel: 'webhook' }),
    notification('counter-notice-copy', 'sender', 'counter-notice', COPY),
    notification('reinstatement-to-uploader', 'uploader', 'restored', PUT_BACK),
    notification('reinstatement-to-sender', 'sender', 'restored', PUT_BACK),
    notification('partner-reinstatement', 'partner', 'restored', OWN_POLICY, { channel: 'webhook' }),
    notification('withdrawal-confirmation', 'sender', 'withdrawn', OWN_POLICY),
    notification('reroute-notice', 'sender', 'rerouted', OWN_POLICY),
  ],
  trigger: 'copyright-notice',
  topic: COPYRIGHT,
  senderDisclosed: true,
  otherRedress: [{ way: 'counter-notice', of: 'uploader', source: COUNTER_NOTICE }],
  counterNotice: {
    of: 'uploader',
    elements: ['items', 'mistake', 'name', 'postalAddress', 'telephone', 'jurisdiction', 'service', 'signature'],
    clocks: { notBefore: 'US_DMCA_512.put-back-not-before', notAfter: 'US_DMCA_512.put-back-not-after' },
    putBackAfter: 12,
    source: PUT_BACK,
  },
  copies: null,
  territory: {
    default: ['WORLD'],
    widest: ['WORLD'],
    source: known('Law of the United States, applied as a policy for the whole service'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'copyright',
  terms: terms(
    ['takedown notice', 'DMCA-Meldung'],
    ['counter-notification', 'Gegendarstellung („counter-notification“)'],
    ['under penalty of perjury', 'unter Strafandrohung wegen Meineids'],
    ['put-back', 'Wiederfreischaltung'],
    ['repeat infringer', 'Wiederholungstäter'],
  ),
  sources: [SCOPE, NOTICE, DEFECTIVE, PUT_BACK, COUNTER_NOTICE, COPY, TO_SUBSCRIBER, DATABASE],
};
