import type { LegalBasis } from '../legal-basis.ts';
import { clock, element, notification } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { known, read } from './sources.ts';

const ARTICLE_16_2 = read('Reg. (EU) 2022/2065 Art 16(2)');
const ARTICLE_17 = read('Reg. (EU) 2022/2065 Art 17');
const OWN_POLICY = known('Policy of the platform; no rule of law');
/** Room for the Union's neighbours (EEA, Switzerland, United Kingdom) and a few more: beyond, it is the world by a list. */
const COUNTRIES_BEYOND_THE_UNION = 10;
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
  nature: 'notice',
  elements: [
    element('location', 'locates', ARTICLE_16_2),
    element('explanation', 'substantial', ARTICLE_16_2),
    element('name', 'substantial', ARTICLE_16_2),
    element('email', 'substantial', ARTICLE_16_2),
    element('good-faith', 'substantial', ARTICLE_16_2),
  ],
  clocks: [
    clock(
      'DSA_ART16.decide',
      { unit: 'hours', amount: 72 },
      read('Reg. (EU) 2022/2065 Art 16(6): timely; our own target'),
      {
        kind: 'target',
        inForceFrom: '2024-02-17',
      },
    ),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'DSA_ART16.decide',
  actFirst: 'no',
  fourEyes: {
    rule: 'when-wide',
    itemsAbove: 10,
    countriesBeyond: COUNTRIES_BEYOND_THE_UNION,
    withinHours: null,
  },
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
  territory: {
    default: ['EU'],
    widest: ['WORLD'],
    source: known('National law: that country; Union law: the Union; narrowest set that serves'),
  },
  retentionYears: 4,
  queue: 'notices',
  sources: [ARTICLE_16_2, ARTICLE_17, known('BGB §§ 195 and 199 for the retention')],
};
