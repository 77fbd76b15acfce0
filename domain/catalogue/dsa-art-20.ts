import type { DescribedBasis } from '../described-basis.ts';
import { applicability, element, terms } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { known, read } from './sources.ts';

const ARTICLE_20 = read('Reg. (EU) 2022/2065 Art 20');
const REASONED = known('Reg. (EU) 2022/2065 Art 20(4) and (5)');
const SIZE = read('Reg. (EU) 2022/2065 Art 19: not for micro and small enterprises');

/** A complaint of a person who was informed of a decision, in the internal complaint-handling system. */
export const DSA_ART20: DescribedBasis = {
  id: 'DSA_ART20',
  version: 1,
  name: {
    en: 'Internal complaint (Digital Services Act, Art 20)',
    de: 'Interne Beschwerde (Gesetz über digitale Dienste, Art. 20)',
  },
  procedure: 'complaint',
  broughtBy: {
    en: 'Whoever was informed of the decision: uploader or notifier, each in a window of their own.',
    de: 'Wer über die Entscheidung unterrichtet wurde: Uploader oder Meldende, jeweils innerhalb der eigenen Frist.',
  },
  applicability: applicability(['online-platform', 'offered-in-union'], '2024-02-17', SIZE),
  elements: [element('explanation', 'formal', ARTICLE_20)],
  clocks: [COMPLAINT_WINDOW],
  decidedBy: {
    en: 'Qualified staff, not solely by automated means, and never the person who decided.',
    de: 'Qualifiziertes Personal, nicht allein automatisiert, und nie die Person, die entschieden hat.',
  },
  hearing: null,
  owed: [
    {
      to: { en: 'the complainant', de: 'der beschwerdeführenden Person' },
      what: {
        en: 'a reasoned decision and the possibility of out-of-court dispute settlement, without undue delay',
        de: 'eine begründete Entscheidung und die Möglichkeit der außergerichtlichen Streitbeilegung, unverzüglich',
      },
      source: REASONED,
    },
  ],
  withheld: [],
  preservation: null,
  terms: terms(
    ['internal complaint-handling system', 'internes Beschwerdemanagementsystem'],
    ['manifestly unfounded', 'offensichtlich unbegründet'],
  ),
  sources: [ARTICLE_20, REASONED, SIZE],
};
