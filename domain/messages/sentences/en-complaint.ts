/** English sentences of the decision on an internal complaint (DSA Art 20(4) and (5)). */
export const EN_COMPLAINT = {
  'complaint-decision.intro.uploader':
    'On {decidedAt} we decided on the complaint that we received from you on {receivedAt}. It is about our decision to restrict your content (our reference: {about}).',
  'complaint-decision.intro.sender':
    'On {decidedAt} we decided on the complaint that we received from you on {receivedAt}. It is about our decision on what you had sent us (our reference: {about}).',
  'complaint-decision.upheld.uploader':
    'Your complaint is well founded. We take back the restriction of the content named below, as far as it still applies, and inform you once that is done.',
  'complaint-decision.upheld.sender':
    'Your complaint is well founded. We have opened the matter again; a person who had no part in the earlier decision decides it anew, and we will inform you of that decision.',
  'complaint-decision.rejected': 'Your complaint is not well founded. Our decision stands.',
  'complaint-decision.unfounded':
    'We consider it manifestly unfounded. If somebody frequently submits complaints that are manifestly unfounded, we may, after a warning and for a time, no longer process them (Article 23(2) of Regulation (EU) 2022/2065).',
  'complaint-decision.human':
    'Your complaint was decided by qualified staff who had no part in the decision complained of, and not solely by automated means.',
  'complaint-decision.redress': 'If you disagree with this decision',
  'complaint-decision.out-of-court':
    'You can turn to a certified out-of-court dispute settlement body (Article 21 of Regulation (EU) 2022/2065); its decisions are not binding. More about this: {outOfCourtUrl}',
} as const;
