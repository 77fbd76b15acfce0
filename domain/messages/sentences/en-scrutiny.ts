/** English sentences of our request to scrutinise a removal order of another Member State. */
export const EN_SCRUTINY = {
  'scrutiny.subject': 'Reasoned request to scrutinise a removal order ({reference})',
  'scrutiny.title': 'Reasoned request for scrutiny (Article 4(4) of Regulation (EU) 2021/784)',
  'scrutiny.intro':
    'the authority below has sent us a removal order from another Member State. As the authority of the Member State in which we are established, please scrutinise it.',
  'scrutiny.reference': 'Reference of the order: {orderReference}',
  'scrutiny.serious': 'In our view the order seriously infringes the Regulation or the Charter of Fundamental Rights.',
  'scrutiny.manifest':
    'In our view the order manifestly infringes the Regulation or the Charter of Fundamental Rights.',
  'scrutiny.grounds': 'Our reasons:',
  'scrutiny.executed':
    'The order has been executed. We keep what is needed to reinstate the content or access to it immediately (Article 4(2) and (7)).',
  'scrutiny.decision':
    'Article 4(4) gives you 72 hours from receipt of this request to decide whether there is such an infringement. Please send us the decision at the contact below.',
} as const;
