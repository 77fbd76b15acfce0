import type { DescribedBasis } from '../described-basis.ts';
import { applicability, clock, element, terms } from './basis-parts.ts';
import { read, uncertain } from './sources.ts';

const SECTION_9 = read('UrhDaG § 9');
const SECTION_14 = read('UrhDaG § 14');
const SECTION_14_3 = read('UrhDaG § 14(3) no 3');

/** A complaint of a user or a rights-holder under the German act on content-sharing providers. */
export const DE_URHDAG_14: DescribedBasis = {
  id: 'DE_URHDAG_14',
  version: 1,
  name: {
    en: 'Complaint on blocking or use of a work (German UrhDaG, § 14)',
    de: 'Beschwerde über Blockierung oder Nutzung eines Werks (UrhDaG, § 14)',
  },
  procedure: 'hearing-first',
  broughtBy: { en: 'The user or the rights-holder.', de: 'Nutzer oder Rechtsinhaber.' },
  applicability: applicability(['content-sharing-provider'], '2021-08-01', SECTION_14),
  elements: [element('location', 'locates', SECTION_14), element('explanation', 'substantial', SECTION_14)],
  clocks: [
    clock('DE_URHDAG_14.decide', { unit: 'weeks', amount: 1, rolls: false }, SECTION_14_3, {
      startsAt: 'request',
      inForceFrom: '2021-08-01',
    }),
  ],
  decidedBy: { en: 'Impartial natural persons.', de: 'Unparteiische natürliche Personen.' },
  hearing: {
    of: 'uploader',
    clock: null,
    onSilence: 'decide-without',
    source: uncertain('UrhDaG § 14(3): all are heard, within the week for the decision'),
  },
  owed: [
    {
      to: { en: 'the rights-holder', de: 'dem Rechtsinhaber' },
      what: {
        en: 'immediate information that a presumably permitted use stays public, with the right to complain',
        de: 'unverzügliche Information, dass eine mutmaßlich erlaubte Nutzung öffentlich bleibt, mit dem Recht zur Beschwerde',
      },
      source: SECTION_9,
    },
    {
      to: { en: 'everybody concerned', de: 'allen Beteiligten' },
      what: {
        en: 'the complaint, a hearing, and a reasoned decision',
        de: 'die Beschwerde, Gehör und eine begründete Entscheidung',
      },
      source: SECTION_14,
    },
  ],
  withheld: [],
  preservation: null,
  terms: terms(
    ['copyright infringement', 'Urheberrechtsverletzung'],
    ['rights-holder', 'Rechtsinhaber'],
    ['presumably permitted use', 'mutmaßlich erlaubte Nutzung'],
    ['minor use', 'geringfügige Nutzung'],
    ['complaint procedure', 'Beschwerdeverfahren'],
    ['trustworthy rights-holder', 'vertrauenswürdiger Rechtsinhaber'],
    ['collecting society', 'Verwertungsgesellschaft'],
  ),
  sources: [SECTION_9, SECTION_14, SECTION_14_3],
};
