import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, LIMITATION, NEVER, OWN_POLICY, RETENTION_YEARS, terms } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { notification } from './owed.ts';
import { known, read } from './sources.ts';

const ARTICLE_20 = read('Reg. (EU) 2022/2065 Art 20');
const REASONED = known('Reg. (EU) 2022/2065 Art 20(4) and (5)');
const SIZE = read('Reg. (EU) 2022/2065 Art 19: not for micro and small enterprises');
const UNFOUNDED = read('Reg. (EU) 2022/2065 Art 23(2): after a prior warning, case by case');
/** A week: the law says without undue delay, and sets no number. */
const TARGET_HOURS = 168;

/** A complaint of a person who was informed of a decision, in the internal complaint-handling system. */
export const DSA_ART20: LegalBasis = {
  id: 'DSA_ART20',
  version: 1,
  name: {
    en: 'Internal complaint (Digital Services Act, Art 20)',
    de: 'Interne Beschwerde (Gesetz über digitale Dienste, Art. 20)',
  },
  submitters: ['public'],
  fromCountries: null,
  procedure: 'complaint',
  nature: 'notice',
  issuer: null,
  applicability: applicability(['online-platform', 'offered-in-union'], '2024-02-17', SIZE),
  elements: [element('location', 'locates', OWN_POLICY), element('explanation', 'formal', ARTICLE_20)],
  judgedInReview: [
    {
      what: {
        en: 'that it is decided by qualified staff, not solely by automated means',
        de: 'dass qualifiziertes Personal entscheidet, nicht allein automatisiert',
      },
      source: read('Reg. (EU) 2022/2065 Art 20(6)'),
    },
  ],
  clocks: [
    clock(
      'DSA_ART20.decide',
      { unit: 'hours', amount: TARGET_HOURS },
      known('Reg. (EU) 2022/2065 Art 20(4) and (5): without undue delay; our own target'),
      { metWhen: 'decision', kind: 'target', inForceFrom: '2024-02-17' },
    ),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'DSA_ART20.decide',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: NEVER,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'none' },
  unattended: 'target-only',
  atRiskAfterMinutes: null,
  notifications: [
    notification('receipt', 'sender', 'receipt', OWN_POLICY),
    notification('information-request', 'sender', 'information', OWN_POLICY),
    notification('complaint-decision', 'sender', 'decided', REASONED),
    notification('withdrawal-confirmation', 'sender', 'withdrawn', OWN_POLICY),
  ],
  trigger: null,
  senderDisclosed: false,
  impartial: { source: OWN_POLICY },
  manifestlyUnfounded: { source: UNFOUNDED },
  otherRedress: [],
  copies: null,
  territory: { default: ['EU'], widest: ['WORLD'], source: OWN_POLICY },
  retentionYears: RETENTION_YEARS,
  queue: 'complaints',
  terms: terms(
    ['internal complaint-handling system', 'internes Beschwerdemanagementsystem'],
    ['manifestly unfounded', 'offensichtlich unbegründet'],
    ['out-of-court dispute settlement', 'außergerichtliche Streitbeilegung'],
  ),
  sources: [ARTICLE_20, REASONED, SIZE, UNFOUNDED, LIMITATION],
};
