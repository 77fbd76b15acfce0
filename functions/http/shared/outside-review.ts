import type { CaseRecord } from '#domain/case';
import { type Answer, problem } from '#runtime/problem';

/** Why nobody takes up or decides a case now, since that is done in review and the case is not there; else null. */
export function refuseOutsideReview({ state, informationDueAt }: CaseRecord): Answer | null {
  switch (state) {
    case 'in-review':
      return null;
    case 'closed':
      return problem(409, 'The case is closed.');
    case 'awaiting-information': {
      const until = informationDueAt === null ? '' : `, at the latest at ${informationDueAt}`;
      return problem(
        409,
        `The case waits for information, without which nothing of it can be found: it comes to review once that arrives${until}.`,
      );
    }
    case 'awaiting-approval':
      return problem(
        409,
        'The case waits for a second person to answer its decision; nobody claims or decides it before.',
      );
    default:
      return problem(409, `A case is claimed and decided in review; this one is in state ${state}.`);
  }
}
