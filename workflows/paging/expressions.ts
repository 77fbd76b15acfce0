import { MOST_ROUNDS } from '../../functions/paging/page-on-call/contract.ts';

/** The page as the execution was started with it. */
export const PAGE = '{% $states.input %}';

/** The number of the first round. */
export const FIRST_ROUND = 1;

/** The number of the next round. */
export const NEXT_ROUND = '{% $round + 1 %}';

/** What a round is called with. */
export const ROUND_INPUT = {
  caseId: '{% $page.caseId %}',
  pageId: '{% $page.pageId %}',
  reason: '{% $page.reason %}',
  round: '{% $round %}',
};

/** How a round ended. */
export const STATUS = '{% $states.result.Payload.status %}';

/** How a round ended that failed in spite of its retries. */
export const UNSENT = 'unsent';

/** True once somebody took the page up, its reason is gone, or the case was parked after the last round. */
export const IS_DONE = "{% $status = 'done' %}";

/** True when the round after the last one, which parks the case, has failed as well. */
export const IS_OVER = `{% $round > ${MOST_ROUNDS} %}`;
