/** English sentences of a hearing: to those who are heard, and to the one who asked. */
export const EN_HEARING = {
  'hearing.subject.notice': 'Please answer: a complaint about your content ({reference})',
  'hearing.subject.proposal': 'Please answer before we restrict your content ({reference})',
  'hearing.intro.notice':
    'We received a complaint about content that you put up on our service. Before anything is decided, we give you the opportunity to answer. The content stays up in the meantime.',
  'hearing.intro.proposal':
    'We intend to restrict content that you put up on our service. Before we do, we tell you our reasons and give you the opportunity to answer. The content stays up in the meantime.',
  'hearing.basis': 'The complaint was made on this legal basis: {legalBasis}.',
  'hearing.complaint': 'The complaint says:',
  'hearing.sender': 'The complaint was made by {senderName}, {senderEmail}.',
  'hearing.sender-name': 'The complaint was made by {senderName}.',
  'hearing.intended': 'This is what we intend to do:',
  'hearing.intended.disable': 'We would disable access to it.',
  'hearing.intended.remove': 'We would remove it.',
  'hearing.intended.age-restrict': 'We would make it available to adults only.',
  'hearing.intended.demote': 'We would show it less prominently in search results and recommendations.',
  'hearing.intended.mute': 'We would mute its sound.',
  'hearing.intended.label': 'We would put a label on it.',
  'hearing.intended.none': 'We would take no measure against it.',
  'hearing.reasons': 'These are our reasons:',
  'hearing.until': 'We wait for your answer until {until}.',
  'hearing.silence.restrict':
    'If no answer that we can take into account has reached us by then, we remove the content.',
  'hearing.silence.keep': 'If no answer has reached us by then, the content stays.',
  'hearing.silence.decide-without': 'If no answer has reached us by then, a person decides without it.',
  'hearing.needs':
    'If you consent to the removal, we remove the content. If you object, the law asks for your name and your postal address; without both, your answer counts as none. Please say as well whether we may pass them on to the complainant: without your consent we do not.',
  'hearing.how':
    'Please answer through our interface: POST {answerUrl}, with the access token below, as JSON. "position" is "consent" if it may be removed, or "objection" if it should stay; "explanation", "name", "postalAddress" and "passOnDetails" (true or false) are added where you want or need to.',
  'hearing.token': 'Access token (for you alone; please do not pass it on): {accessToken}',
  'hearing-confirmation.subject': 'Your complaint was sent to the person concerned ({reference})',
  'hearing-confirmation.sent': 'On {sentAt} we sent your complaint to the person who put up the content.',
  'hearing-confirmation.hidden': 'Your name and your e-mail address were not passed on.',
  'hearing-confirmation.disclosed': 'Your name and your e-mail address were passed on.',
  'hearing-confirmation.named': 'Your name was passed on, your e-mail address was not.',
  'hearing-confirmation.until': 'That person can answer until {until}.',
  'hearing-confirmation.then': 'We will inform you of the answer, or that there was none, and of what follows from it.',
  'hearing-outcome.subject': 'Your content stays ({reference})',
  'hearing-outcome.subject.for-now': 'Your content stays for now ({reference})',
  'hearing-outcome.decided':
    'On {decidedAt} it was decided not to restrict the content on which we gave you the opportunity to answer.',
  'hearing-outcome.withdrawn': 'The complaint on which we gave you the opportunity to answer was withdrawn.',
  'hearing-outcome.stays-until-looked-at':
    'Nothing is done to this content at present. A person still looks at the case; should they decide otherwise, we tell you:',
  'hearing-outcome.stays': 'Nothing is done to this content, and you need not do anything:',
  'hearing.result.silence': 'The person who put up the content did not answer in time.',
  'hearing.result.incomplete': 'The person who put up the content did not give the details that an objection needs.',
  'hearing.result.consent': 'The person who put up the content consents to the removal.',
  'hearing.result.objection': 'The person who put up the content objects to the removal.',
  'hearing.result.unreachable': 'The person who put up the content could not be reached.',
  'hearing.result.untold': 'We could not inform the person who put up the content.',
  'hearing.result.repeat':
    'The person who put up the content was not asked, since your notice says that the statement was removed before.',
  'hearing.result.mixed': 'Several persons put up the content, and they did not all answer in the same way.',
  'hearing.posters': 'With the consent of the person concerned, we pass on these details: {name}, {address}',
  'hearing.posters.withheld': 'The person concerned does not consent to name and address being passed on to you.',
} as const;
