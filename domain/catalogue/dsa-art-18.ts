import type { DescribedBasis } from '../described-basis.ts';
import { applicability, terms } from './basis-parts.ts';
import { known, read } from './sources.ts';

const ARTICLE_18 = read('Reg. (EU) 2022/2065 Art 18 and recital 56');
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
  withheld: [],
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
