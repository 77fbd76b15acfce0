import type { CounterNoticeElement } from '#domain/counter-notice-rule';
import { type Answer, problem } from '#runtime/problem';

/** What each element is, for whoever left it out. */
const ELEMENTS: Readonly<Record<CounterNoticeElement, string>> = {
  items: 'the material that was removed or disabled and where it was before: addresses or ids of items',
  mistake:
    'true: a statement, under penalty of perjury, of a belief in good faith that it was removed by mistake or misidentification',
  name: 'your name',
  postalAddress: 'your address',
  telephone: 'your telephone number',
  jurisdiction: 'true: consent to the jurisdiction of the federal district court',
  service: 'true: service of process is accepted from whoever submitted the notice, or an agent of theirs',
  signature: 'a physical or electronic signature; your typed full name is enough',
};

/** The answer to a counter-notice that lacks something: each element by name. */
export function lacking(missing: readonly CounterNoticeElement[]): Answer {
  return problem(
    400,
    'The counter-notice lacks what the law asks for, and does not count yet. Send it again with all of it; no time is lost to you.',
    missing.map((element) => ({ path: element, message: `missing: ${ELEMENTS[element]}` })),
  );
}
