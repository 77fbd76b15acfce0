import type { DescribedBasis } from '../described-basis.ts';
import { applicability, clock, terms } from './basis-parts.ts';
import { NEW_YORK } from './clocks.ts';
import { known, read } from './sources.ts';

const REPORT = read('18 U.S.C. 2258A(a) and (b)');
const PRESERVE = read('18 U.S.C. 2258A(h)');
const BY_ESTABLISHMENT = read('OSA 2023 s.66 and SI 2026/268 for the United Kingdom; BKA for Germany');
const SILENCE = known('18 U.S.C. 2258A: no notice of the report to the user; access restricted to few');

/** The duty of a provider of the United States to report apparent child sexual abuse to NCMEC. */
export const US_2258A: DescribedBasis = {
  id: 'US_2258A',
  version: 1,
  name: {
    en: 'Report of apparent child sexual abuse (18 U.S.C. 2258A)',
    de: 'Meldung mutmaßlicher Darstellungen sexuellen Missbrauchs von Kindern (18 U.S.C. 2258A)',
  },
  procedure: 'own-report',
  carriedOut: [
    {
      en: 'A word that signals danger pages somebody on call, and the reports it may lead to are drafted by rule and place.',
      de: 'Ein Wort, das auf Gefahr hinweist, ruft die Bereitschaft; die möglichen Meldungen werden nach Regel und Ort entworfen.',
    },
    {
      en: 'An operator or a lead who is trained says whether a person viewed the file, to NCMEC also what it is about, and sends it.',
      de: 'Wer geschult ist (Betrieb oder Leitung), gibt an, ob ein Mensch die Datei angesehen hat, gegenüber NCMEC auch, worum es geht, und sendet sie.',
    },
    {
      en: 'NCMEC gives it a number; once it is finished its contents are held for a year, as a clock of the case with a timer at its end.',
      de: 'NCMEC gibt ihr eine Nummer; ist sie abgeschlossen, wird ihr Inhalt ein Jahr aufbewahrt, als Frist des Falls mit einem Wecker am Ende.',
    },
  ],
  broughtBy: {
    en: 'Nobody: actual knowledge binds a provider of the United States; one established elsewhere reports to its own authority.',
    de: 'Niemand: Tatsächliche Kenntnis verpflichtet Anbieter in den Vereinigten Staaten; andere melden der Behörde ihres Sitzes.',
  },
  applicability: applicability(['united-states-provider'], '2024-05-07', REPORT),
  elements: [],
  clocks: [
    clock('US_2258A.preserve-until', { unit: 'years', amount: 1, rolls: false }, PRESERVE, {
      ...NEW_YORK,
      direction: 'hold-until',
      startsAt: 'step',
      inForceFrom: '2024-05-07',
      shownTo: [],
    }),
  ],
  decidedBy: {
    en: 'A trained person sends the report; whether a person viewed the file is recorded.',
    de: 'Eine geschulte Person sendet die Meldung; ob ein Mensch die Datei angesehen hat, wird vermerkt.',
  },
  hearing: null,
  owed: [
    {
      to: {
        en: 'NCMEC (provider of the United States), BKA (Germany) or NCA (United Kingdom), by establishment',
        de: 'NCMEC (Anbieter in den Vereinigten Staaten), BKA (Deutschland) oder NCA (Vereinigtes Königreich), je nach Sitz',
      },
      what: {
        en: 'a report, as soon as reasonably possible',
        de: 'eine Meldung, so bald wie vernünftigerweise möglich',
      },
      source: BY_ESTABLISHMENT,
    },
  ],
  withheld: [
    {
      from: {
        en: 'the uploader, whoever complained, partners and everybody outside the trained few',
        de: 'Uploader, meldender Person, Partnern und allen außer wenigen Geschulten',
      },
      what: { en: 'the report and the material', de: 'die Meldung und das Material' },
      source: SILENCE,
    },
  ],
  preservation: {
    what: {
      en: 'The contents of the report, for a year from its submission.',
      de: 'Der Inhalt der Meldung, ein Jahr ab ihrer Abgabe.',
    },
    source: PRESERVE,
  },
  terms: terms(
    ['child sexual abuse material', 'Darstellung sexuellen Missbrauchs von Kindern'],
    ['child pornography (§ 184b StGB)', 'Kinderpornographie (§ 184b StGB)'],
  ),
  sources: [REPORT, PRESERVE, BY_ESTABLISHMENT, SILENCE],
};
