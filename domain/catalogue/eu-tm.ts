import type { LegalBasis } from '../legal-basis.ts';
import { applicability, element, LIMITATION, RETENTION_YEARS, terms, WHEN_WIDE } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { DSA_ART16 } from './dsa-art-16.ts';
import { owedOnNotice } from './owed.ts';
import { known, read, uncertain } from './sources.ts';
import { TRADE_MARK } from './topics.ts';

const ARTICLE_16_2 = read('Reg. (EU) 2022/2065 Art 16(2)');
const ARTICLE_16_5 = read('Reg. (EU) 2022/2065 Art 16(5)');
const MARKS = known('Reg. (EU) 2017/1001 Art 9; Dir. (EU) 2015/2436; MarkenG § 14');
const IDENTITY = uncertain('Reg. (EU) 2022/2065 recital 54: the uploader must know whose right it is');
const WAIT_DAYS = 7;

/** A notice of an infringed trade mark: one under Art 16 of the Digital Services Act, with what marks need besides. */
export const EU_TM: LegalBasis = {
  id: 'EU_TM',
  version: 1,
  name: {
    en: 'Notice of trade mark infringement (Regulation (EU) 2017/1001, Digital Services Act Art 16)',
    de: 'Meldung einer Markenverletzung (Verordnung (EU) 2017/1001, Gesetz über digitale Dienste Art. 16)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['hosting-service', 'offered-in-union'], '2024-02-17', ARTICLE_16_2),
  elements: [
    element('location', 'locates', ARTICLE_16_2),
    element('mark', 'substantial', MARKS),
    element('authorised', 'substantial', MARKS),
    element('explanation', 'substantial', ARTICLE_16_2),
    element('name', 'substantial', ARTICLE_16_2),
    element('email', 'substantial', ARTICLE_16_2),
    element('good-faith', 'substantial', ARTICLE_16_2),
  ],
  clocks: [...DSA_ART16.clocks.filter(({ clock }) => clock === DSA_ART16.leadingClock), COMPLAINT_WINDOW],
  leadingClock: DSA_ART16.leadingClock,
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'target-only',
  atRiskAfterMinutes: null,
  notifications: owedOnNotice({
    receipt: read('Reg. (EU) 2022/2065 Art 16(4)'),
    request: ARTICLE_16_2,
    database: read('Reg. (EU) 2022/2065 Art 24(5)'),
    decision: ARTICLE_16_5,
  }),
  trigger: 'art16-notice',
  triggerOfFlagger: 'trusted-flagger-notice',
  topic: TRADE_MARK,
  senderDisclosed: true,
  otherRedress: [],
  copies: null,
  territory: {
    default: ['EU'],
    widest: ['WORLD'],
    asProvision: true,
    source: known('Where the mark is registered; an EU trade mark: the Union'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'trade-marks',
  terms: terms(
    ['trade mark infringement', 'Markenverletzung'],
    ['registration number', 'Registernummer'],
    ['likelihood of confusion', 'Verwechslungsgefahr'],
    ['counterfeit', 'Produktfälschung, Plagiat'],
    ['territory of protection', 'Schutzgebiet'],
  ),
  sources: [ARTICLE_16_2, ARTICLE_16_5, MARKS, IDENTITY, LIMITATION],
};
