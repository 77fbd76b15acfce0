/** English: for each element that can be missing, what it is and why it is needed. */
export const EN_ELEMENTS = {
  'element.explanation':
    'An explanation of why you consider the content illegal: without it we cannot assess what you object to.',
  'element.explanation.erasure':
    'The ground on which you ask for erasure under Art 17(1)(a) to (f) GDPR, for example that the data are no longer necessary, that you withdraw your consent or object, or that the data were processed unlawfully: without it we cannot assess your request. No particular form is needed.',
  'element.location':
    'The exact location of each item of content, such as its URL: without it we cannot find the content.',
  'element.remaining-locations':
    'The exact location on our platform of the items that we did not find: without it we cannot review them.',
  'element.name': 'Your name: the rules for notices ask for it, and we need it to address you.',
  'element.name.erasure': 'Your name: without it we cannot tell whose data your request concerns.',
  'element.email': 'Your e-mail address: without it we cannot confirm receipt or inform you of our decision.',
  'element.good-faith':
    'A statement that you believe in good faith that what you say is right: it is a required part of what you sent us.',
  'element.accuracy':
    'A statement that what you say is accurate and complete: it is a required part of what you sent us.',
  'element.authorised':
    'A statement that you are the holder of the right or authorised to act for that person: only they can make this claim.',
  'element.penalty-of-perjury':
    'A statement, under penalty of perjury, that you are authorised to act: 17 U.S.C. § 512(c)(3)(A)(vi) requires it.',
  'element.signature':
    'A physical or electronic signature: the law on which you rely requires it, and your typed full name is enough.',
  'element.work':
    'The work whose copyright you claim is infringed: without it we cannot compare it with the content that you named.',
  'element.contact':
    'Your address, telephone number and, if you have one, e-mail address: we need them to be able to contact you.',
  'element.authority': 'The name of the issuing authority: without it we cannot verify who issued the order.',
  'element.statement-of-reasons':
    'A statement of reasons why the content is illegal: an order must contain it, and the person affected has a right to it.',
  'element.statement-of-reasons.own-accord':
    'A statement of reasons why the content is illegal: we ask for it so that we can assess the order and give reasons to the person affected.',
  'element.provision.own-accord':
    'The provision of law on which the order rests: we ask for it so that we can assess the order and name it to the person affected.',
  'element.provision':
    'The provision of law that the content infringes: an order must name it, and the person affected has a right to know it.',
  'element.redress':
    'Information on the redress available: an order must contain it, and we pass it on to the person affected.',
  'element.issued-at': 'The date and time of issue: without them we cannot verify the order.',
  'element.signed': 'The electronic signature of the order: without it we cannot verify that the order is authentic.',
  'element.order-reference':
    'The reference number of the order: we need it to identify the order when we report to you.',
  'element.territory':
    'The territories in which the order is to have effect: without them we cannot keep its effect to what is strictly necessary.',
  'element.affected-person':
    'A statement that you are the person concerned or may act for that person: only they can ask for this.',
  'element.non-consent':
    'A statement, in good faith, that the content was published without the consent of the person shown: it is a required part of what you sent us.',
  'element.mark':
    'The mark that you claim is infringed, with its registration number, its office and where it is registered: without it we can neither compare it with the content nor tell where it is protected.',
  'element.meaning':
    'The meaning that you attribute to the statement: without it the law does not let us hear the poster on your notice.',
  'element.inaccuracies':
    'Which aspects of the statement are factually inaccurate, or are opinions that the facts do not support: it is a required part of a notice of complaint.',
  'element.poster-unknown':
    'A statement that you do not know enough about the poster to bring proceedings against them: it is a required part of a notice of complaint.',
} as const;
