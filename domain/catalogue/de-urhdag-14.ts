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
import { known, read, uncertain } from './sources.ts';
import { COPYRIGHT } from './topics.ts';

const SECTION_9 = read('UrhDaG § 9');
const SECTION_14 = read('UrhDaG § 14');
const SECTION_14_3 = read('UrhDaG § 14(3) no 3');
const SINCE = { inForceFrom: '2021-08-01' } as const;
const WAIT_DAYS = 7;
/** The law sets no period for an answer but that all are heard within the week: what is left is for the decision. */
const ANSWER_HOURS = 72;

const HEARING: HearingRule = {
  of: 'uploader',
  opens: 'before-review',
  clocks: { answer: 'DE_URHDAG_14.hear', send: null, act: null },
  endsWith: 'last-answer',
  objectionNeeds: 'nothing',
  onSilence: 'decide-without',
  onConsent: 'decide',
  onObjection: 'decide',
  onUnreachable: 'decide-without',
  onRepeat: null,
  keptBecause: null,
  exempt: [],
  source: uncertain('UrhDaG § 14(3): all are heard, within the week for the decision'),
};

/** A complaint of a rights-holder under the German act on content-sharing providers. */
export const DE_URHDAG_14: LegalBasis = {
  id: 'DE_URHDAG_14',
  version: 1,
  name: {
    en: 'Complaint on blocking or use of a work (German UrhDaG, § 14)',
    de: 'Beschwerde über Blockierung oder Nutzung eines Werks (UrhDaG, § 14)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['content-sharing-provider'], '2021-08-01', SECTION_14),
  elements: [element('location', 'locates', SECTION_14), element('explanation', 'substantial', SECTION_14)],
  clocks: [
    clock('DE_URHDAG_14.decide', { unit: 'weeks', amount: 1, rolls: false }, SECTION_14_3, {
      metWhen: 'decision',
      ...SINCE,
    }),
    clock('DE_URHDAG_14.hear', { unit: 'hours', amount: ANSWER_HOURS }, OWN_POLICY, {
      ...SINCE,
      kind: 'target',
      direction: 'their-window',
      startsAt: 'step',
      shownTo: ['uploader'],
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'DE_URHDAG_14.decide',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: [
    ...owedOnNotice({
      receipt: SECTION_14,
      request: SECTION_14,
      database: read('Reg. (EU) 2022/2065 Art 24(5)'),
      decision: SECTION_14,
    }),
    ...owedOnHearing({ heard: SECTION_14, asked: SECTION_14 }),
  ],
  trigger: 'other-notification',
  topic: COPYRIGHT,
  senderDisclosed: true,
  hearing: HEARING,
  impartial: { source: SECTION_14 },
  otherRedress: [],
  copies: null,
  territory: { default: ['DE'], widest: ['DE'], source: known('UrhDaG: use of a work in Germany') },
  retentionYears: RETENTION_YEARS,
  queue: 'copyright',
  terms: terms(
    ['copyright infringement', 'Urheberrechtsverletzung'],
    ['rights-holder', 'Rechtsinhaber'],
    ['presumably permitted use', 'mutmaßlich erlaubte Nutzung'],
    ['minor use', 'geringfügige Nutzung'],
    ['complaint procedure', 'Beschwerdeverfahren'],
    ['trustworthy rights-holder', 'vertrauenswürdiger Rechtsinhaber'],
    ['collecting society', 'Verwertungsgesellschaft'],
  ),
  sources: [SECTION_9, SECTION_14, SECTION_14_3, LIMITATION],
};
