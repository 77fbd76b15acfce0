import type { DescribedBasis } from '../described-basis.ts';
import { applicability, terms } from './basis-parts.ts';
import { known, read } from './sources.ts';

const ARTICLE_18 = read('Reg. (EU) 2022/2065 Art 18 and recital 56');
const SILENCE = known('Reg. (EU) 2022/2065 Art 18: an investigation is not to be warned of; our own policy');
const WELFARE = known('Reg. (EU) 2016/679 Art 6(1)(d): self-harm alone is no offence; the police of the place');

/** The duty to report the suspicion of an offence that threatens somebody's life or safety. */
export const DSA_ART18: DescribedBasis = {
  id: 'DSA_ART18',
  version: 1,
  name: {
    en: 'Notification of suspicions of criminal offences (Digital Services Act, Art 18)',
    de: 'Meldung des Verdachts auf Straftaten (Gesetz über digitale Dienste, Art. 18)',
  },
  procedure: 'own-report',
  carriedOut: [
    {
      en: 'A word that signals danger pages somebody on call, and the reports it may lead to are drafted by rule and place.',
      de: 'Ein Wort, das auf Gefahr hinweist, ruft die Bereitschaft; die möglichen Meldungen werden nach Regel und Ort entworfen.',
    },
    {
      en: 'An operator or a lead who is trained reads a draft and sends it; it leaves as it was read, whatever the case waits for.',
      de: 'Wer geschult ist (Betrieb oder Leitung), liest einen Entwurf und sendet ihn; er geht so hinaus, wie er gelesen wurde, worauf immer der Fall wartet.',
    },
    {
      en: 'It is followed until it is delivered; undelivered it pages, and the case that it came up in ends as it would have.',
      de: 'Sie wird bis zur Zustellung verfolgt; unzustellbar ruft sie jemanden, und der Fall, in dem sie aufkam, endet wie sonst.',
    },
  ],
  broughtBy: {
    en: 'Nobody: awareness of a threat to life or safety binds us, whatever the size of the platform.',
    de: 'Niemand: Kenntnis von einer Gefahr für Leben oder Sicherheit verpflichtet uns, gleich wie groß die Plattform ist.',
  },
  applicability: applicability(['hosting-service', 'offered-in-union'], '2024-02-17', ARTICLE_18),
  elements: [],
  clocks: [],
  decidedBy: {
    en: 'A trained person on call; a signal pages and never reports by itself.',
    de: 'Eine geschulte Person in Bereitschaft; ein Signal ruft sie und meldet nie von selbst.',
  },
  hearing: null,
  owed: [
    {
      to: {
        en: 'the law enforcement or judicial authorities of the Member State concerned, else those of our establishment or Europol',
        de: 'den Strafverfolgungs- oder Justizbehörden des betroffenen Mitgliedstaats, sonst denen unseres Sitzes oder Europol',
      },
      what: {
        en: 'the suspicion and all relevant information, promptly: the content, when it was published with its time zone, why, and what locates the person',
        de: 'der Verdacht und alle einschlägigen Informationen, unverzüglich: der Inhalt, wann er veröffentlicht wurde samt Zeitzone, warum, und was die Person auffinden lässt',
      },
      source: ARTICLE_18,
    },
    {
      to: { en: 'the police of the place', de: 'der örtlichen Polizei' },
      what: {
        en: 'a welfare disclosure, where somebody may harm themselves and no offence is suspected',
        de: 'ein Hinweis zum Schutz der Person, wenn jemand sich selbst gefährdet und keine Straftat im Raum steht',
      },
      source: WELFARE,
    },
  ],
  withheld: [
    {
      from: {
        en: 'whoever put the content up, whoever complained, partners and reviewers of vendors',
        de: 'dem Inhalteanbieter, der meldenden Person, Partnern und Prüfkräften von Dienstleistern',
      },
      what: { en: 'that there is a report, and to whom', de: 'dass es eine Meldung gibt, und an wen' },
      source: SILENCE,
    },
  ],
  preservation: {
    what: { en: 'What was reported.', de: 'Was gemeldet wurde.' },
    source: known('Reg. (EU) 2022/2065 Art 18: practice of the report'),
  },
  terms: terms(
    ['suspicion of a criminal offence', 'Verdacht auf eine Straftat'],
    ['threat to life or safety', 'Gefahr für Leben oder Sicherheit'],
    ['promptly', 'unverzüglich'],
  ),
  sources: [ARTICLE_18, WELFARE],
};
