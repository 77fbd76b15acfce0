/** English sentences for the person whose content it is. */
export const EN_UPLOADER = {
  'statement.subject': 'Statement of reasons: restriction of your content ({reference})',
  'statement.intro':
    'On {decidedAt} we decided to restrict content that you provided on our platform. These are our reasons (Article 17 of Regulation (EU) 2022/2065, Digital Services Act).',
  'statement.restriction.heading': '1. Restriction, territorial scope and duration',
  'statement.facts.heading': '2. Facts and circumstances',
  'statement.facts.with-ground': 'What we found is stated under 4, together with the reasons.',
  'statement.automation.heading': '3. Use of automated means',
  'statement.ground.heading.illegal': '4. Legal ground',
  'statement.ground.heading.terms': '4. Contractual ground',
  'statement.redress.heading': '5. How you can challenge the decision',
  'statement.trigger.art16-notice':
    'The decision follows a notice submitted to us under Article 16 of Regulation (EU) 2022/2065.',
  'statement.trigger.trusted-flagger-notice':
    'The decision follows a notice by a trusted flagger, submitted to us under Article 16 of Regulation (EU) 2022/2065.',
  'statement.trigger.copyright-notice':
    'The decision follows a notice of claimed copyright infringement submitted to us (17 U.S.C. § 512(c)(3)).',
  'statement.trigger.third-country-demand':
    'The decision follows a demand of an authority or a court outside the European Union.',
  'statement.trigger.other-notification': 'The decision follows a notification submitted to us in another way.',
  'statement.trigger.own-initiative': 'The decision follows an examination on our own initiative, not a notice.',
  'statement.sender': 'The notice was submitted by: {senderName}.',
  'statement.sender-why':
    'We name this person because you cannot judge the claim, or settle it, without knowing who makes it.',
  'restriction.lifted':
    'This is no longer in force: the measures were lifted on {liftedAt}. You receive a separate message about that.',
  'order-information.subject.order': 'Information about an order that concerns your content ({reference})',
  'order-information.subject.removal-order':
    'Information about a removal order that concerns your content ({reference})',
  'order-information.intro.order':
    'We received an order to act against content that you provided on our platform, and have done the following:',
  'order-information.intro.removal-order':
    'We received a removal order under Article 3 of Regulation (EU) 2021/784 (terrorist content online) that concerns content which you provided on our platform, and have done the following:',
  'order-information.authority': 'The order was issued by: {authority}.',
  'order-information.reference': 'Reference of the order: {orderReference}',
  'order-information.issued': 'Date and time of issue: {issuedAt}.',
  'order-information.provisions': 'The order relies on these provisions: {provisions}.',
  'order-information.reasons': 'The authority gives these reasons:',
  'order-information.redress': 'The order says the following on redress against it:',
  'order-information.on-request':
    'If you ask us, we tell you the reasons for the removal order and your rights to challenge it, or send you a copy of it: {contact}',
  'order-information.preserved':
    'We preserve the content and the related data for six months, so that the content can be reinstated if the removal order does not stand.',
  'order-information.scrutiny':
    'Within 48 hours of receiving this information you can ask this authority, giving reasons, to scrutinise the removal order (Article 4(4) of Regulation (EU) 2021/784): {scrutinyAuthority}.',
  'reinstatement.uploader.subject': 'Restrictions on your content lifted ({reference})',
  'reinstatement.uploader.intro':
    'On {reinstatedAt} we lifted restrictions on content that you provided on our platform.',
  'reinstatement.uploader.intro-ended':
    'On {reinstatedAt} we took back our decision to restrict content that you provided on our platform; the restriction had already ended.',
  'reinstatement.items': 'The restriction that our decision in this matter had put in place no longer applies to:',
  'reinstatement.ended': 'This restriction had ended by itself on {endedAt}.',
  'reinstatement.reason.decision-reversed': 'We examined our decision again and reversed it.',
  'reinstatement.reason.complaint-upheld': 'We upheld a complaint against our decision.',
  'reinstatement.reason.order-lifted': 'The order on which the restriction was based was lifted.',
  'reinstatement.reason.order-not-upheld':
    'Our review found that the order on which the restriction was based contains manifest errors or cannot be upheld.',
  'reinstatement.reason.notice-withdrawn': 'The notice on which the restriction was based was withdrawn.',
  'reinstatement.reason.counter-notice':
    'We received a valid counter-notification and no notice of a court action (17 U.S.C. § 512(g)).',
  'reinstatement.reason.scrutiny':
    'The authority of the Member State in which we are established found that the removal order infringes the law (Article 4 of Regulation (EU) 2021/784): the order has ceased to have effect. Our terms and conditions continue to apply.',
  'reinstatement.reason.expired': 'The period for which the restriction was imposed has ended.',
} as const;
