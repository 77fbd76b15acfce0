import type { DescribedBasis } from '../described-basis.ts';
import { applicability, clock, element, terms } from './basis-parts.ts';
import { ENGLAND } from './clocks.ts';
import { known, read, uncertain } from './sources.ts';

const SECTION_5 = read('Defamation Act 2013 s.5(6)');
const REGULATION_2 = read('SI 2013/3028 reg 2');
const SCHEDULE = read('SI 2013/3028 Schedule');
const SILENCE = uncertain('SI 2013/3028 Schedule: removed within 48 hours where the poster is silent or incomplete');
const SINCE = { ...ENGLAND, inForceFrom: '2014-01-01' } as const;

/** A notice of complaint about a defamatory statement of a poster, England and Wales. */
export const UK_DEF_S5: DescribedBasis = {
  id: 'UK_DEF_S5',
  version: 1,
  name: {
    en: 'Notice of complaint (Defamation Act 2013, s.5; SI 2013/3028)',
    de: 'Beschwerde wegen Verleumdung (Defamation Act 2013, s.5; SI 2013/3028)',
  },
  procedure: 'hearing-first',
  broughtBy: {
    en: 'The person defamed, or a representative.',
    de: 'Die verleumdete Person oder wer sie vertritt.',
  },
  applicability: applicability(['operator-of-website'], '2014-01-01', SECTION_5),
  elements: [
    element('location', 'locates', SECTION_5),
    element('name', 'substantial', SECTION_5),
    element('explanation', 'substantial', SECTION_5),
    element('email', 'substantial', REGULATION_2),
  ],
  clocks: [
    clock('UK_DEF_S5.operator', { unit: 'working-hours', amount: 48 }, read('SI 2013/3028 reg 1(3)'), {
      ...SINCE,
      startsAt: 'step',
    }),
    clock('UK_DEF_S5.poster-reply', { unit: 'days', amount: 5, rolls: false }, SCHEDULE, {
      ...SINCE,
      direction: 'their-window',
      startsAt: 'step',
      shownTo: ['uploader'],
    }),
  ],
  decidedBy: {
    en: 'The Schedule decides step by step; a person watches over each. Missing a step costs the defence, nothing else.',
    de: 'Der Anhang bestimmt Schritt für Schritt; ein Mensch wacht darüber. Ein versäumter Schritt kostet die Einrede, mehr nicht.',
  },
  hearing: { of: 'uploader', clock: 'UK_DEF_S5.poster-reply', onSilence: 'restrict', source: SILENCE },
  owed: [
    {
      to: { en: 'the complainant', de: 'der beschwerdeführenden Person' },
      what: {
        en: 'what a defective notice lacks; that the poster was told; the poster’s answer; the removal: each within 48 hours',
        de: 'was einer mangelhaften Beschwerde fehlt; dass der Verfasser unterrichtet wurde; seine Antwort; die Entfernung: je binnen 48 Stunden',
      },
      source: SCHEDULE,
    },
    {
      to: { en: 'the poster', de: 'dem Verfasser' },
      what: {
        en: 'a copy of the notice and the warning of what silence leads to, within 48 hours',
        de: 'eine Kopie der Beschwerde und der Hinweis, wozu Schweigen führt, binnen 48 Stunden',
      },
      source: SCHEDULE,
    },
  ],
  withheld: [
    {
      from: { en: 'the poster', de: 'dem Verfasser' },
      what: {
        en: 'the complainant’s name and e-mail address without consent',
        de: 'Name und E-Mail-Adresse der beschwerdeführenden Person ohne Einwilligung',
      },
      source: REGULATION_2,
    },
    {
      from: { en: 'the complainant', de: 'der beschwerdeführenden Person' },
      what: {
        en: 'the poster’s name and address without consent',
        de: 'Name und Anschrift des Verfassers ohne Einwilligung',
      },
      source: SCHEDULE,
    },
  ],
  preservation: null,
  terms: terms(
    ['notice of complaint', 'Beschwerde'],
    ['poster', 'Verfasser des Beitrags'],
    ['complainant', 'Beschwerdeführer'],
    ['false statement of fact', 'falsche Tatsachenbehauptung'],
    ['expression of opinion', 'Meinungsäußerung'],
  ),
  sources: [SECTION_5, REGULATION_2, SCHEDULE, SILENCE, known('SI 2013/3028 reg 5: the court may excuse lateness')],
};
