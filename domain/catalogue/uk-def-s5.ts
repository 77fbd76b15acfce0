import type { HearingRule } from '../hearing-rule.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, LIMITATION, RETENTION_YEARS, terms, WHEN_WIDE } from './basis-parts.ts';
import { COMPLAINT_WINDOW, ENGLAND } from './clocks.ts';
import { owedOnHearing, owedOnNotice } from './owed.ts';
import { known, read, uncertain } from './sources.ts';
import { DEFAMATION } from './topics.ts';

const SECTION_5 = read('Defamation Act 2013 s.5(6)');
const REGULATION_2 = read('SI 2013/3028 reg 2');
const REGULATION_4 = read('SI 2013/3028 reg 4');
const SCHEDULE = read('SI 2013/3028 Schedule');
const SILENCE = uncertain('SI 2013/3028 Schedule: removed within 48 hours where the poster is silent or incomplete');
const SINCE = { ...ENGLAND, inForceFrom: '2014-01-01' } as const;
const WAIT_DAYS = 7;

/**
 * The Schedule goes step by step: silent, consenting or out of reach, the statement goes; objecting with name and postal
 * address, it stays. That it was removed twice before is what a complainant says; a person looks before it goes unheard.
 */
const HEARING: HearingRule = {
  of: 'uploader',
  opens: 'before-review',
  clocks: { answer: 'UK_DEF_S5.poster-reply', send: 'UK_DEF_S5.operator', act: 'UK_DEF_S5.operator' },
  endsWith: 'last-answer',
  objectionNeeds: 'name-and-address',
  onSilence: 'restrict',
  onConsent: 'restrict',
  onObjection: 'keep',
  onUnreachable: 'restrict',
  onRepeat: 'decide',
  keptBecause: {
    en: 'The poster objects to the removal and has given us a name and a postal address. Under the Defamation Act 2013, s.5, and SI 2013/3028 the statement therefore stays where it is.',
    de: 'Der Verfasser widerspricht der Entfernung und hat uns Name und Postanschrift genannt. Nach dem Defamation Act 2013, s.5, und SI 2013/3028 bleibt die Äußerung deshalb bestehen.',
  },
  exempt: [],
  source: SILENCE,
};

/** A notice of complaint about a defamatory statement of a poster, England and Wales. */
export const UK_DEF_S5: LegalBasis = {
  id: 'UK_DEF_S5',
  version: 1,
  name: {
    en: 'Notice of complaint (Defamation Act 2013, s.5; SI 2013/3028)',
    de: 'Beschwerde wegen Verleumdung (Defamation Act 2013, s.5; SI 2013/3028)',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['operator-of-website'], '2014-01-01', SECTION_5),
  elements: [
    element('location', 'locates', SECTION_5),
    element('name', 'substantial', SECTION_5),
    element('explanation', 'substantial', SECTION_5),
    element('email', 'substantial', REGULATION_2),
    element('meaning', 'substantial', REGULATION_2),
    element('inaccuracies', 'substantial', REGULATION_2),
    element('poster-unknown', 'substantial', REGULATION_2),
  ],
  clocks: [
    clock('UK_DEF_S5.operator', { unit: 'working-hours', amount: 48 }, read('SI 2013/3028 reg 1(3)'), {
      metWhen: 'decision-to-sender',
      ...SINCE,
      startsAt: 'step',
    }),
    clock('UK_DEF_S5.poster-reply', { unit: 'days', amount: 5, rolls: false }, SCHEDULE, {
      ...SINCE,
      direction: 'their-window',
      startsAt: 'step',
      shownTo: ['uploader'],
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: null,
  actFirst: 'no',
  groundByRule: {
    provision: 'Defamation Act 2013, s.5; SI 2013/3028, Schedule',
    explanation: {
      en: 'A notice of complaint says that the statement is defamatory. Under the regulations it is removed where its poster agrees, does not answer in time and with what they ask for, or cannot be reached.',
      de: 'Einer Beschwerde zufolge ist die Äußerung verleumderisch. Nach der Verordnung wird sie entfernt, wenn ihr Verfasser zustimmt, nicht rechtzeitig und mit den verlangten Angaben antwortet oder nicht zu erreichen ist.',
    },
  },
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: [
    ...owedOnNotice({
      receipt: SCHEDULE,
      request: REGULATION_4,
      database: uncertain('Reg. (EU) 2022/2065 Art 24(5), for a notice under the law of a third country'),
      decision: SCHEDULE,
    }),
    ...owedOnHearing({ heard: SCHEDULE, asked: SCHEDULE }),
  ],
  trigger: 'other-notification',
  topic: DEFAMATION,
  senderDisclosed: 'with-consent',
  hearing: HEARING,
  otherRedress: [],
  copies: null,
  territory: {
    default: ['GB'],
    widest: ['WORLD'],
    source: uncertain('Defamation Act 2013 extends to England and Wales; the platform knows no smaller part than GB'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'defamation',
  terms: terms(
    ['notice of complaint', 'Beschwerde'],
    ['poster', 'Verfasser des Beitrags'],
    ['complainant', 'Beschwerdeführer'],
    ['false statement of fact', 'falsche Tatsachenbehauptung'],
    ['expression of opinion', 'Meinungsäußerung'],
  ),
  sources: [
    SECTION_5,
    REGULATION_2,
    REGULATION_4,
    SCHEDULE,
    SILENCE,
    known('SI 2013/3028 Schedule: a statement put up again after two removals goes without hearing the poster'),
    known('SI 2013/3028 reg 5: the court may excuse lateness'),
    LIMITATION,
  ],
};
