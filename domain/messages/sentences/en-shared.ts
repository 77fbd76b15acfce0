/** English sentences that several documents share. A `{name}` is a placeholder; each sentence stands for one fact. */
export const EN_SHARED = {
  'greeting.named': 'Dear {name},',
  'greeting.uploader': 'Hello,',
  'greeting.neutral': 'Good day,',
  'greeting.formal': 'Dear Sir or Madam,',
  'closing.reference': 'Our reference: {reference}',
  'closing.contact': 'You can reach us at {contact}; please quote our reference.',
  'closing.regards': 'Yours faithfully,',
  'closing.platform': '{platform}, {address}',
  'date.line': 'Date: {date}',
  'authority.reference': 'Your reference: {orderReference}',
  'authority.name': 'Authority: {authority}',
  'items.heading.one': 'Content concerned:',
  'items.heading.many': 'Content concerned ({count} items):',
  'item.address': '({number}) {url}',
  'item.requested-components': 'You named these parts: {components}.',
  'item.requested-territories': 'You named these territories: {territories}.',
  'item.components': 'Parts concerned: {components}.',
  'item.territories': 'Territorial scope: {territories}.',
  'item.until': 'The measure ends on {until} without further action.',
  'item.indefinite': 'The measure has no fixed end.',
  'item.effective': 'Within this scope the measure has been in effect since {effectiveAt}.',
  'item.carried-out':
    'Within this scope our systems carried out the measure on {appliedAt}; whether it is in effect is still being verified.',
  'item.effective-soon': 'The measure takes effect as soon as our systems have carried it out.',
  'action.disable.whole': 'Access to this content is disabled.',
  'action.disable.parts': 'Access to parts of this content is disabled; the rest stays available.',
  'action.remove.whole': 'This content is removed.',
  'action.remove.parts': 'Parts of this content are removed; the rest stays available.',
  'action.age-restrict.whole': 'This content is available to adults only.',
  'action.age-restrict.parts': 'Parts of this content are available to adults only.',
  'action.demote.whole': 'This content is shown less prominently in search results and recommendations.',
  'action.demote.parts': 'Parts of this content are shown less prominently in search results and recommendations.',
  'action.mute.whole': 'The sound of this content is muted.',
  'action.mute.parts': 'The sound of parts of this content is muted.',
  'action.label.whole': 'This content bears a label.',
  'action.label.parts': 'Parts of this content bear a label.',
  'action.none.whole': 'No measure is taken against this content.',
  'action.none.parts': 'No measure is taken against this content.',
  'item.no-measure': 'No measure is taken against this content, since our review gave no reason for one.',
  'item.no-measure.objected':
    'No measure is taken against this content, since the person who put it up objected to its removal.',
  'item.no-measure.reason': 'No measure is taken against this content, for this reason:',
  'item.absent.not-located': 'This address does not lead to content on our platform; no measure could be taken.',
  'item.absent.not-found': 'We found no content under this address on our platform; no measure could be taken.',
  'item.absent.part-not-found':
    'The content under this address has none of the parts named; no measure could be taken.',
  'item.absent.gone':
    'This content was no longer available on our platform when we carried out the decision; there was nothing left to restrict.',
  'item.absent.lapsed':
    'The restriction of this content was limited in time, and its time was over before it was shown to be in effect; it counts as not made.',
  'component.audio': 'audio',
  'component.title': 'title',
  'component.artwork': 'artwork',
  'component.lyrics': 'lyrics',
  'component.description': 'description',
  'component.transcript': 'transcript',
  'component.profile': 'profile',
  'component.account': 'account',
  'ground.illegal': 'We base our decision on this legal provision: {provision}.',
  'ground.terms': 'We base our decision on this provision of our terms and conditions: {provision}.',
  'ground.why-illegal': 'Why this is illegal in our assessment:',
  'ground.why-by-rule': 'Why this provision applies:',
  'ground.why-terms': 'Why this is incompatible with our terms and conditions:',
  'reasons.written-language': 'We give the reasons in the language in which they were written.',
  'automation.undetected.not-automated':
    'No automated means were used, neither to detect the content nor to reach the decision; a person decided.',
  'automation.undetected.partially-automated':
    'The content was not detected by automated means. The decision was reached partly by automated means.',
  'automation.undetected.fully-automated':
    'The content was not detected by automated means. The decision was reached wholly by automated means.',
  'automation.detected.not-automated':
    'The content was detected by automated means. No automated means were used to reach the decision; a person decided.',
  'automation.detected.partially-automated':
    'The content was detected by automated means. The decision was reached partly by automated means.',
  'automation.detected.fully-automated':
    'The content was detected by automated means. The decision was also reached wholly by automated means.',
  'redress.complaint':
    'You can lodge a complaint free of charge in our internal complaint-handling system within six months of being informed of this decision.',
  'redress.by-mail': 'To do so, write to {contact} and quote our reference {reference}.',
  'redress.complaint-online.uploader':
    'To do so, send us your reasons through our interface: POST {complaintUrl}, with the access token below, as JSON with "explanation" and, if it is about a part of the content only, "items" (a list of its addresses).',
  'redress.complaint-online.sender':
    'To do so, send us your reasons through our interface: POST {complaintUrl}, with the access token that you received in the answer to your submission, as JSON with "explanation" and, if it is about a part of the content only, "items" (a list of its addresses).',
  'redress.token': 'Access token (for you alone; please do not pass it on): {accessToken}',
  'redress.complaint-until': 'These six months do not end before {complaintUntil}.',
  'redress.complaint-human':
    'Complaints are decided under the supervision of qualified staff and not solely by automated means.',
  'redress.out-of-court':
    'You can also turn to a certified out-of-court dispute settlement body (Article 21 of Regulation (EU) 2022/2065); its decisions are not binding. More about this: {outOfCourtUrl}',
  'redress.supervisory-authority':
    'You can lodge a complaint with a data protection supervisory authority, in particular where you live, where you work or where the alleged infringement took place (Articles 12(4) and 77 of Regulation (EU) 2016/679).',
  'redress.appellate-committee':
    'You can appeal to a Grievance Appellate Committee within 30 days of receiving this decision (rule 3A of the Information Technology Rules 2021 of India).',
  'redress.court': 'You can bring the matter before a court at any time, whichever other way you choose.',
  'redress.court-alone': 'You can bring the matter before a court.',
  'redress.counter-notice':
    'If you believe that the material was removed or disabled by mistake or because it was misidentified, you can send us a counter-notification under 17 U.S.C. § 512(g).',
  'redress.counter-notice-identity':
    'Please note that we pass a counter-notification, with the name and address in it, to the person who submitted the notice.',
  'redress.counter-notice-alternative': 'An internal complaint does not disclose who you are to that person.',
  'clock.statutory.our-deadline': 'The law ({source}) sets us a deadline, which ends on {due}.',
  'clock.statutory.their-window': 'The law ({source}) gives you a period, which ends on {due}.',
  'clock.statutory.earliest': 'The law ({source}) does not let us act before {due}.',
  'clock.statutory.hold-until': 'By law ({source}) we preserve the content; that period ends on {due}.',
  'clock.ordered.our-deadline': 'The order sets us a deadline, which ends on {due}.',
  'clock.ordered.their-window': 'The order gives you a period, which ends on {due}.',
  'clock.ordered.earliest': 'The order does not let us act before {due}.',
  'clock.ordered.hold-until': 'We keep the order secret; the secrecy ends on {due}.',
  'clock.requested': 'You asked us to act by {due}; this is your request and not set by law.',
  'clock.target': 'We aim to deal with this by {due}; this is a target of our own and not set by law.',
} as const;
