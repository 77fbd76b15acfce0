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
import { AUSTRALIA, COMPLAINT_WINDOW } from './clocks.ts';
import { owedOnForeignOrder } from './owed.ts';
import { known, read } from './sources.ts';

const NOTICES = read('Online Safety Act 2021 (Cth) ss 77, 88 and 109');
const CHILD = known('Online Safety Act 2021 (Cth) ss 65 and 66');
const WAIT_HOURS = 6;

/** A removal notice of the eSafety Commissioner under the Online Safety Act 2021 of Australia. */
export const AU_OSA: LegalBasis = {
  id: 'AU_OSA',
  version: 1,
  name: {
    en: 'Removal notice of the eSafety Commissioner (Online Safety Act 2021, Australia)',
    de: 'Entfernungsverlangen des eSafety Commissioner (Online Safety Act 2021, Australien)',
  },
  submitters: ['authority'],
  fromCountries: ['AU'],
  nature: 'order',
  issuer: 'third-country',
  applicability: applicability(['social-media-service', 'hosting-service'], '2022-01-23', NOTICES),
  elements: [
    element('location', 'locates', NOTICES),
    element('authority', 'substantial', OWN_POLICY),
    element('provision', 'substantial', OWN_POLICY),
    element('statement-of-reasons', 'substantial', OWN_POLICY),
    element('issued-at', 'formal', OWN_POLICY),
    element('signed', 'formal', OWN_POLICY),
    element('order-reference', 'formal', OWN_POLICY),
  ],
  clocks: [
    clock('AU_OSA.remove', { unit: 'hours', amount: 24 }, NOTICES, {
      metWhen: 'effect',
      ...AUSTRALIA,
      inForceFrom: '2022-01-23',
      extension: { by: 'authority', to: null, source: NOTICES },
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'AU_OSA.remove',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'hours', amount: WAIT_HOURS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnForeignOrder({ request: NOTICES, effect: NOTICES }),
  trigger: 'third-country-demand',
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: {
    default: ['AU'],
    widest: ['AU'],
    source: known('Online Safety Act 2021 (Cth): all reasonable steps; beyond Australia contested in court'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'foreign-orders',
  terms: terms(
    ['removal notice', 'Entfernungsverlangen'],
    ['class 1 material', 'Material der Klasse 1'],
    ['cyber-abuse of an adult', 'Cyber-Missbrauch einer erwachsenen Person'],
    ['period of 24 hours', 'Frist von 24 Stunden'],
    ['blocking for users in Australia', 'Sperrung für Nutzer in Australien (Geoblocking)'],
  ),
  sources: [NOTICES, CHILD, LIMITATION],
};
