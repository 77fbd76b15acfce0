/** English sentences for those who ask for a removal: senders of notices and requests, and authorities. */
export const EN_ASKER = {
  'receipt.subject.notice': 'Confirmation of receipt of your notice ({reference})',
  'receipt.subject.copyright-notice': 'Confirmation of receipt of your copyright notice ({reference})',
  'receipt.subject.request': 'Confirmation of receipt of your request ({reference})',
  'receipt.subject.complaint': 'Confirmation of receipt of your complaint ({reference})',
  'receipt.subject.order': 'Confirmation of receipt of your order ({reference})',
  'receipt.subject.removal-order': 'Confirmation of receipt of your removal order ({reference})',
  'receipt.received.notice': 'We received your notice on {receivedAt}.',
  'receipt.received.copyright-notice': 'We received your copyright notice on {receivedAt}.',
  'receipt.received.request': 'We received your request on {receivedAt}.',
  'receipt.received.complaint': 'We received your complaint on {receivedAt}.',
  'receipt.received.order': 'We received your order on {receivedAt}.',
  'receipt.received.removal-order': 'We received your removal order on {receivedAt}.',
  'receipt.basis': 'We handle it on this legal basis: {legalBasis}.',
  'receipt.next.notice':
    'We process your notice in a timely, diligent, non-arbitrary and objective manner. We will inform you without undue delay of our decision and of how you can challenge it.',
  'receipt.next.copyright-notice':
    'We process your notice expeditiously. We will inform you without undue delay of our decision and of how you can challenge it.',
  'receipt.next.request': 'We will inform you without undue delay of our decision and of how you can challenge it.',
  'receipt.next.complaint':
    'A person who had no part in the decision that you complain of examines it. We will inform you without undue delay of our decision, with its reasons.',
  'receipt.next.order': 'We will inform you without undue delay whether and when effect was given to the order.',
  'receipt.next.removal-order':
    'We will inform you without undue delay of the removal or of the disabling of access and of its time.',
  'receipt.status.sender':
    'You can follow the progress through our interface, with the access token that you received in the answer to your submission: GET {statusUrl}',
  'receipt.status.authority':
    'You can follow the progress through our interface, with an access token of your authority: GET {statusUrl}',
  'information.subject.notice': 'Your notice: we need further information ({reference})',
  'information.subject.copyright-notice': 'Your copyright notice: we need further information ({reference})',
  'information.subject.request': 'Your request: we need further information ({reference})',
  'information.subject.complaint': 'Your complaint: we need further information ({reference})',
  'information.subject.order': 'Your order: we need further information ({reference})',
  'information.subject.removal-order': 'Your removal order: we need further information ({reference})',
  'information.intro.notice': 'The notice that we received from you on {receivedAt} is not complete.',
  'information.intro.copyright-notice':
    'The copyright notice that we received from you on {receivedAt} is not complete.',
  'information.intro.request': 'The request that we received from you on {receivedAt} is not complete.',
  'information.intro.complaint': 'The complaint that we received from you on {receivedAt} is not complete.',
  'information.intro.order': 'The order that we received from you on {receivedAt} is not complete.',
  'information.intro.removal-order': 'The removal order that we received from you on {receivedAt} is not complete.',
  'information.heading.asked': 'We ask you for the following, and this is why we need it:',
  'information.reason': 'This is why we ask:',
  'information.heading': 'This is missing, and this is why we need it:',
  'extension.subject': 'Your request: we need more time to answer it ({reference})',
  'extension.intro':
    'The law allows us to extend the period for answering a request that is complex, or where there are many. We make use of that for the request that we received from you on {receivedAt}.',
  'extension.reason': 'This is why we need more time:',
  'information.absent.heading': 'We did not find this:',
  'information.absent.not-located': 'Not on our platform: ({number}) {url}',
  'information.absent.not-found': 'Not found under ({number}) {url}',
  'information.absent.part-not-found': 'Has none of the parts named: ({number}) {url}',
  'information.absent.gone': 'No longer there: ({number}) {url}',
  'information.absent.lapsed': 'Over without a measure that was shown to be in place: ({number}) {url}',
  'information.review-goes-on': 'We have begun our review and do not wait for your answer before going on with it.',
  'information.review-waits': 'As long as we cannot find the content, we cannot begin our review.',
  'information.by.review-goes-on':
    'Please send us this information by {respondBy}. If it has not arrived by then, we decide on the basis of what we have.',
  'information.by.review-waits':
    'Please send us this information by {respondBy}. If it has not arrived by then, a person looks at the matter with what we have and decides. You can send the information after that day as well, as long as nothing has been decided.',
  'information.at-once': 'Please send us this information without delay.',
  'information.answer-reply': 'You can answer by replying to this message; please quote our reference.',
  'information.answer-online.sender':
    'You can also answer through our interface, with the access token that you received in the answer to your submission: POST {informationUrl}',
  'information.answer-online.authority':
    'Please answer through our interface, with an access token of your authority: POST {informationUrl}',
  'decision.subject.notice': 'Decision on your notice ({reference})',
  'decision.subject.copyright-notice': 'Decision on your copyright notice ({reference})',
  'decision.subject.request': 'Decision on your request ({reference})',
  'decision.subject.complaint': 'Decision on your complaint ({reference})',
  'decision.subject.order': 'Answer to your order ({reference})',
  'decision.subject.removal-order': 'Answer to your removal order ({reference})',
  'decision.intro.notice': 'On {decidedAt} we decided on the notice that we received from you on {receivedAt}.',
  'decision.intro.copyright-notice':
    'On {decidedAt} we decided on the copyright notice that we received from you on {receivedAt}.',
  'decision.intro.request': 'On {decidedAt} we decided on the request that we received from you on {receivedAt}.',
  'decision.intro.complaint': 'On {decidedAt} we decided on the complaint that we received from you on {receivedAt}.',
  'decision.intro.order':
    'On {decidedAt} we decided how to answer the order that we received from you on {receivedAt}.',
  'decision.intro.removal-order':
    'On {decidedAt} we decided how to answer the removal order that we received from you on {receivedAt}.',
  'decision.result.restricted.one': 'We have restricted the content that you named:',
  'decision.result.restricted.many': 'We have restricted all items of content that you named:',
  'decision.result.partly-restricted.one': 'We have done part of what you asked for:',
  'decision.result.partly-restricted.many': 'We have done part of what you asked for; item by item:',
  'decision.result.not-restricted.one': 'We have not restricted the content that you named.',
  'decision.result.not-restricted.many': 'We have not restricted any of the items of content that you named.',
  'decision.result.not-restricted.none': 'We have not restricted anything, as no content was named.',
  'decision.result.refused.one': 'We have not handed over data on what you named.',
  'decision.result.refused.many': 'We have not handed over data on any of what you named.',
  'decision.result.refused.none': 'We have not handed over data.',
  'decision.result.nothing-restricted.one': 'We have taken no measure on the content that you named:',
  'decision.result.nothing-restricted.many':
    'We have taken no measure on the items of content that you named; item by item:',
  'decision.result.duplicate.one': 'The same content was already dealt with in an earlier case.',
  'decision.result.duplicate.many': 'The same items of content were already dealt with in an earlier case.',
  'decision.result.duplicate.none': 'The same matter was already dealt with in an earlier case.',
  'decision.duplicate-of': 'You will find our answer under this reference of ours: {duplicateOf}.',
  'decision.result.already-unavailable.one':
    'The content that you named was not available on our platform when we dealt with the matter.',
  'decision.result.already-unavailable.many':
    'None of the items of content that you named was available on our platform when we dealt with the matter.',
  'decision.result.already-unavailable.none':
    'No content was named that was available on our platform when we dealt with the matter.',
  'decision.reasons': 'Our reasons:',
  'decision.automation.heading': 'Use of automated means',
  'decision.redress.heading': 'If you disagree with our decision',
  'withdrawal.subject.notice': 'Withdrawal of your notice ({reference})',
  'withdrawal.subject.copyright-notice': 'Withdrawal of your copyright notice ({reference})',
  'withdrawal.subject.request': 'Withdrawal of your request ({reference})',
  'withdrawal.subject.complaint': 'Withdrawal of your complaint ({reference})',
  'withdrawal.subject.order': 'Withdrawal of your order ({reference})',
  'withdrawal.subject.removal-order': 'Withdrawal of your removal order ({reference})',
  'withdrawal.received.notice': 'We received the withdrawal of your notice on {withdrawnAt}.',
  'withdrawal.received.copyright-notice': 'We received the withdrawal of your copyright notice on {withdrawnAt}.',
  'withdrawal.received.request': 'We received the withdrawal of your request on {withdrawnAt}.',
  'withdrawal.received.complaint': 'We received the withdrawal of your complaint on {withdrawnAt}.',
  'withdrawal.received.order': 'We received the withdrawal of your order on {withdrawnAt}.',
  'withdrawal.received.removal-order': 'We received the withdrawal of your removal order on {withdrawnAt}.',
  'withdrawal.result.closed': 'We have closed the matter without taking a measure.',
  'withdrawal.result.restored':
    'We have closed the matter; the measures that we had taken because of it no longer apply.',
  'withdrawal.result.continues':
    'We have recorded the withdrawal, but we go on examining the matter, because the law obliges us to do so whatever you withdraw.',
  'reroute.subject.notice': 'Your notice: another place is responsible ({reference})',
  'reroute.subject.copyright-notice': 'Your copyright notice: another place is responsible ({reference})',
  'reroute.subject.request': 'Your request: another place is responsible ({reference})',
  'reroute.subject.complaint': 'Your complaint: another place is responsible ({reference})',
  'reroute.subject.order': 'Your order: another place is responsible ({reference})',
  'reroute.subject.removal-order': 'Your removal order: another place is responsible ({reference})',
  'reroute.reason.not-our-service': 'What you name is not on our service, so we cannot act on it.',
  'reroute.reason.other-channel': 'Matters of this kind are handled through another channel of ours.',
  'reroute.reason.other-body': 'Matters of this kind are decided by another body.',
  'reroute.door': 'Please turn to: {door}.',
  'reroute.url': 'You will find it here: {url}',
  'reroute.closed':
    'A person has looked at your message. We have not forwarded it and have closed the matter on our side.',
  'reroute.contest':
    'If you do not agree, write to us again and say why; if the content is on our service, name its exact address (URL) there. A person will look at it anew.',
  'reinstatement.sender.subject': 'Restrictions lifted ({reference})',
  'reinstatement.sender.intro':
    'On {reinstatedAt} we lifted restrictions that we had imposed following your submission.',
  'reinstatement.sender.intro-ended':
    'On {reinstatedAt} we took back the restrictions that we had imposed following your submission; they had already ended.',
  'reinstatement.authority.intro-ended':
    'On {reinstatedAt} we took back the restrictions that we had imposed following your order; they had already ended.',
  'reinstatement.authority.intro': 'On {reinstatedAt} we lifted restrictions that we had imposed following your order.',
} as const;
