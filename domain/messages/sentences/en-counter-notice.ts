/** English sentences of a counter-notice: how it is given, and its copy for the one who submitted the notice. */
export const EN_COUNTER_NOTICE = {
  'counter-notice.how':
    'Give the counter-notification through our interface: POST {url}, with the access token below, as JSON. To count, it must hold all of this:',
  'counter-notice.element.items':
    '"items": the material that was removed or disabled and where it was before, as a list of the addresses under 1',
  'counter-notice.element.mistake':
    '"mistake" (true): your statement, under penalty of perjury, that you believe in good faith that the material was removed or disabled as a result of mistake or misidentification',
  'counter-notice.element.name': '"name": your name',
  'counter-notice.element.postalAddress': '"postalAddress": your address',
  'counter-notice.element.telephone': '"telephone": your telephone number',
  'counter-notice.element.jurisdiction':
    '"jurisdiction" (true): your consent to the jurisdiction of the Federal District Court for the judicial district of your address or, if that is outside the United States, for any judicial district in which we may be found',
  'counter-notice.element.service':
    '"service" (true): your statement that you will accept service of process from the person who submitted the notice, or an agent of that person',
  'counter-notice.element.signature':
    '"signature": your physical or electronic signature; your typed full name is enough',
  'counter-notice.then':
    'We then send a copy to the person who submitted the notice, and restore the content not less than 10 and not more than 14 business days after we received the counter-notification, unless we are informed before of a court action against you.',
  'counter-notice-copy.subject': 'Counter-notification to your notice ({reference})',
  'counter-notice-copy.intro':
    'On {receivedAt} we received a counter-notification under 17 U.S.C. § 512(g) against the measures that followed your notice. This is its copy.',
  'counter-notice-copy.number': 'Number of the counter-notification: {number}',
  'counter-notice-copy.items': 'Material that was removed or disabled, and where it was:',
  'counter-notice-copy.name': 'Name: {name}',
  'counter-notice-copy.address': 'Address: {postalAddress}',
  'counter-notice-copy.telephone': 'Telephone: {telephone}',
  'counter-notice-copy.statements': 'The counter-notification states:',
  'counter-notice-copy.mistake':
    'Under penalty of perjury: I believe in good faith that the material was removed or disabled as a result of mistake or misidentification.',
  'counter-notice-copy.jurisdiction':
    'I consent to the jurisdiction of the Federal District Court for the judicial district of my address or, if that is outside the United States, for any judicial district in which the service provider may be found.',
  'counter-notice-copy.service':
    'I will accept service of process from the person who submitted the notice, or an agent of that person.',
  'counter-notice-copy.signature': 'Signature: {signature}',
  'counter-notice-copy.window':
    'We will restore the material not before {notBefore} and not after {notAfter} (10 and 14 business days after receipt).',
  'counter-notice-copy.unless':
    'We will not restore it if, before we do, we receive notice from you that you have filed an action seeking a court order to restrain the person named above from engaging in infringing activity relating to the material.',
  'counter-notice-copy.how':
    'Please notify that through our interface: POST {courtActionUrl}, with the access token that you received in the answer to your submission, as JSON with "court", "caseNumber", "filedOn" (the date) and "counterNotice" (the number above).',
} as const;
