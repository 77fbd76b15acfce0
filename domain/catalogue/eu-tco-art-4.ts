import type { DescribedBasis } from '../described-basis.ts';
import { applicability, clock, element, terms } from './basis-parts.ts';
import { SCRUTINY_DECISION, SCRUTINY_REQUEST } from './clocks.ts';
import { known, read } from './sources.ts';

const ARTICLE_4 = known('Reg. (EU) 2021/784 Art 4');
const ARTICLE_4_7 = known('Reg. (EU) 2021/784 Art 4(7)');
const SINCE = { inForceFrom: '2022-06-07' } as const;

/** The scrutiny of a cross-border removal order by the authority of the establishment. */
export const EU_TCO_ART4: DescribedBasis = {
  id: 'EU_TCO_ART4',
  version: 1,
  name: {
    en: 'Scrutiny of a cross-border removal order (Regulation (EU) 2021/784, Art 4)',
    de: 'Überprüfung einer grenzüberschreitenden Entfernungsanordnung (Verordnung (EU) 2021/784, Art. 4)',
  },
  procedure: 'scrutiny',
  carriedOut: [
    {
      en: 'The information about a cross-border order names to the uploader the authority that can be asked within 48 hours.',
      de: 'Die Information über eine grenzüberschreitende Anordnung nennt dem Inhalteanbieter die Behörde, die binnen 48 Stunden ersucht werden kann.',
    },
    {
      en: 'Counsel asks for scrutiny on the case (`scrutiny-request`), within 48 hours of the order; the request goes to that authority, which informs the issuing one.',
      de: 'Die Rechtsabteilung stellt den Antrag am Fall (`scrutiny-request`), binnen 48 Stunden nach der Anordnung; er geht an diese Behörde, die ihrerseits die anordnende unterrichtet.',
    },
    {
      en: 'Counsel or a lead records what was found (`scrutiny-decision`); on an infringement everything is put back at once.',
      de: 'Rechtsabteilung oder Leitung halten die Feststellung fest (`scrutiny-decision`); bei einem Verstoß wird alles sofort wiederhergestellt.',
    },
  ],
  broughtBy: {
    en: 'The uploader or the platform, by reasoned request to the authority of the establishment; or that authority itself.',
    de: 'Der Inhalteanbieter oder die Plattform mit begründetem Antrag bei der Behörde des Sitzes; oder diese Behörde selbst.',
  },
  applicability: applicability(['hosting-service', 'established-in-union'], '2022-06-07', ARTICLE_4),
  elements: [element('explanation', 'substantial', ARTICLE_4)],
  clocks: [
    SCRUTINY_REQUEST,
    // The uploader's 48 hours run from the information under Art 11(2), not from the order.
    clock('EU_TCO_ART4.uploader-request', { unit: 'hours', amount: 48 }, ARTICLE_4, {
      ...SINCE,
      direction: 'their-window',
      startsAt: 'informed',
      shownTo: ['uploader'],
    }),
    SCRUTINY_DECISION,
    // Of its own motion the authority has 72 hours from its copy: another clock than that of a request.
    clock('EU_TCO_ART4.own-initiative', { unit: 'hours', amount: 72 }, known('Reg. (EU) 2021/784 Art 4(3)'), {
      ...SINCE,
      direction: 'their-window',
      startsAt: 'copy',
      shownTo: [],
    }),
  ],
  decidedBy: {
    en: 'The authority of the establishment; our own request is decided by counsel. An uploader is never refused on the 48 hours.',
    de: 'Die Behörde des Sitzes; über unseren eigenen Antrag entscheidet die Rechtsabteilung. Einem Uploader werden die 48 Stunden nie entgegengehalten.',
  },
  hearing: null,
  owed: [
    {
      to: { en: 'the authority of the establishment', de: 'der Behörde des Sitzes' },
      what: {
        en: 'our own reasoned request, where counsel makes one',
        de: 'der eigene begründete Antrag, wenn die Rechtsabteilung ihn stellt',
      },
      source: ARTICLE_4,
    },
    {
      to: { en: 'the issuing authority and partners', de: 'der anordnenden Behörde und Partnern' },
      what: { en: 'that the content was reinstated', de: 'dass die Inhalte wiederhergestellt sind' },
      source: ARTICLE_4_7,
    },
    {
      to: { en: 'the uploader', de: 'dem Inhalteanbieter' },
      what: {
        en: 'immediate reinstatement where an infringement is found, subject to our own terms',
        de: 'sofortige Wiederherstellung, wenn ein Verstoß festgestellt wird, vorbehaltlich unserer Geschäftsbedingungen',
      },
      source: ARTICLE_4_7,
    },
  ],
  withheld: [
    {
      from: { en: 'the uploader and partners', de: 'Inhalteanbieter und Partnern' },
      what: {
        en: 'our request, and a decision that finds no infringement: of that the authority informs whoever asked',
        de: 'unser Antrag und eine Entscheidung ohne Verstoß: Darüber unterrichtet die Behörde, wer sie ersucht hat',
      },
      source: ARTICLE_4,
    },
  ],
  preservation: {
    what: { en: 'The ability to reinstate.', de: 'Die Möglichkeit der Wiederherstellung.' },
    source: known('Reg. (EU) 2021/784 Art 4(2)'),
  },
  terms: terms(
    ['scrutiny', 'Überprüfung'],
    ['reasoned request', 'begründeter Antrag'],
    ['reinstatement', 'Wiederherstellung'],
  ),
  sources: [ARTICLE_4, ARTICLE_4_7, read('Reg. (EU) 2021/784 Art 4(4)')],
};
