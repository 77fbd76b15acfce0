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
      to: { en: 'the uploader', de: 'dem Inhalteanbieter' },
      what: {
        en: 'immediate reinstatement where an infringement is found, subject to our own terms',
        de: 'sofortige Wiederherstellung, wenn ein Verstoß festgestellt wird, vorbehaltlich unserer Geschäftsbedingungen',
      },
      source: ARTICLE_4_7,
    },
  ],
  withheld: [],
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
