import type { EN_UPLOADER } from './en-uploader.ts';

/** German sentences for the person whose content it is. */
export const DE_UPLOADER = {
  'statement.subject': 'Begründung: Beschränkung Ihrer Inhalte ({reference})',
  'statement.intro':
    'am {decidedAt} haben wir entschieden, von Ihnen auf unserer Plattform bereitgestellte Inhalte zu beschränken. Hiermit erhalten Sie unsere Begründung (Artikel 17 der Verordnung (EU) 2022/2065, Gesetz über digitale Dienste).',
  'statement.restriction.heading': '1. Beschränkung, räumlicher Geltungsbereich und Dauer',
  'statement.facts.heading': '2. Tatsachen und Umstände',
  'statement.facts.with-ground': 'Was wir festgestellt haben, steht zusammen mit den Gründen unter 4.',
  'statement.automation.heading': '3. Verwendung automatisierter Mittel',
  'statement.ground.heading.illegal': '4. Rechtsgrund',
  'statement.ground.heading.terms': '4. Vertraglicher Grund',
  'statement.redress.heading': '5. Rechtsbehelfsbelehrung',
  'statement.trigger.art16-notice':
    'Der Entscheidung liegt eine Meldung zugrunde, die uns nach Artikel 16 der Verordnung (EU) 2022/2065 übermittelt wurde.',
  'statement.trigger.trusted-flagger-notice':
    'Der Entscheidung liegt eine Meldung eines vertrauenswürdigen Hinweisgebers zugrunde, die uns nach Artikel 16 der Verordnung (EU) 2022/2065 übermittelt wurde.',
  'statement.trigger.copyright-notice':
    'Der Entscheidung liegt eine Meldung einer behaupteten Urheberrechtsverletzung zugrunde, die uns übermittelt wurde (17 U.S.C. § 512(c)(3)).',
  'statement.trigger.third-country-demand':
    'Der Entscheidung liegt ein Verlangen einer Behörde oder eines Gerichts außerhalb der Europäischen Union zugrunde.',
  'statement.trigger.other-notification':
    'Der Entscheidung liegt ein Hinweis zugrunde, der uns auf anderem Weg übermittelt wurde.',
  'statement.trigger.own-initiative':
    'Der Entscheidung liegt eine Prüfung auf eigene Initiative zugrunde, keine Meldung.',
  'statement.sender': 'Die Meldung stammt von: {senderName}.',
  'statement.sender-why':
    'Wir nennen Ihnen diese Person, weil Sie den geltend gemachten Anspruch ohne diese Angabe weder beurteilen noch klären können.',
  'restriction.lifted':
    'Dies gilt nicht mehr: Die Maßnahmen wurden am {liftedAt} aufgehoben. Darüber erhalten Sie eine eigene Mitteilung.',
  'order-information.subject.order': 'Information über eine Anordnung zu Ihren Inhalten ({reference})',
  'order-information.subject.removal-order':
    'Information über eine Entfernungsanordnung zu Ihren Inhalten ({reference})',
  'order-information.intro.order':
    'wir haben eine Anordnung zum Vorgehen gegen von Ihnen auf unserer Plattform bereitgestellte Inhalte erhalten und Folgendes veranlasst:',
  'order-information.intro.removal-order':
    'wir haben eine Entfernungsanordnung nach Artikel 3 der Verordnung (EU) 2021/784 (terroristische Online-Inhalte) zu von Ihnen auf unserer Plattform bereitgestellten Inhalten erhalten und Folgendes veranlasst:',
  'order-information.authority': 'Erlassen wurde die Anordnung von: {authority}.',
  'order-information.reference': 'Aktenzeichen der Anordnung: {orderReference}',
  'order-information.issued': 'Zeitpunkt der Ausstellung: {issuedAt}.',
  'order-information.provisions': 'Die Anordnung stützt sich auf folgende Vorschriften: {provisions}.',
  'order-information.reasons': 'Begründung der anordnenden Stelle:',
  'order-information.redress': 'Rechtsbehelfsbelehrung der Anordnung:',
  'order-information.on-request':
    'Auf Anfrage teilen wir Ihnen die Gründe der Entfernungsanordnung und Ihre Rechte zu deren Anfechtung mit oder übermitteln Ihnen eine Kopie der Entfernungsanordnung: {contact}',
  'order-information.preserved':
    'Wir bewahren die Inhalte und die zugehörigen Daten sechs Monate lang auf, damit wir sie wieder zugänglich machen können, falls die Entfernungsanordnung keinen Bestand hat.',
  'order-information.scrutiny':
    'Innerhalb von 48 Stunden nach Erhalt dieser Information können Sie bei folgender Behörde mit Begründung beantragen, die Entfernungsanordnung zu überprüfen (Artikel 4 Absatz 4 der Verordnung (EU) 2021/784): {scrutinyAuthority}.',
  'reinstatement.uploader.subject': 'Aufhebung von Beschränkungen Ihrer Inhalte ({reference})',
  'reinstatement.uploader.intro':
    'am {reinstatedAt} haben wir Beschränkungen von Inhalten aufgehoben, die Sie auf unserer Plattform bereitgestellt haben.',
  'reinstatement.uploader.intro-ended':
    'am {reinstatedAt} haben wir unsere Entscheidung zurückgenommen, von Ihnen auf unserer Plattform bereitgestellte Inhalte zu beschränken; die Beschränkung war bereits beendet.',
  'reinstatement.items': 'Die Beschränkung aus unserer Entscheidung in dieser Sache gilt nicht mehr für:',
  'reinstatement.ended': 'Diese Beschränkung war am {endedAt} von selbst ausgelaufen.',
  'reinstatement.reason.decision-reversed': 'Wir haben unsere Entscheidung überprüft und aufgehoben.',
  'reinstatement.reason.complaint-upheld': 'Wir haben einer Beschwerde gegen unsere Entscheidung stattgegeben.',
  'reinstatement.reason.order-lifted': 'Die Anordnung, auf der die Beschränkung beruhte, wurde aufgehoben.',
  'reinstatement.reason.order-not-upheld':
    'Unsere Prüfung hat ergeben, dass die Anordnung, auf der die Beschränkung beruhte, offensichtliche Fehler enthält oder nicht aufrechterhalten werden kann.',
  'reinstatement.reason.notice-withdrawn': 'Die Meldung, auf der die Beschränkung beruhte, wurde zurückgenommen.',
  'reinstatement.reason.counter-notice':
    'Uns liegt eine gültige Gegendarstellung („counter-notification“) vor, aber keine Mitteilung über ein gerichtliches Verfahren (17 U.S.C. § 512(g)).',
  'reinstatement.reason.scrutiny':
    'Die Behörde des Mitgliedstaats, in dem wir niedergelassen sind, hat festgestellt, dass die Entfernungsanordnung gegen geltendes Recht verstößt (Artikel 4 der Verordnung (EU) 2021/784): Die Anordnung ist unwirksam geworden. Unsere Geschäftsbedingungen gelten weiterhin.',
  'reinstatement.reason.expired': 'Der Zeitraum, für den die Beschränkung galt, ist abgelaufen.',
} as const satisfies Record<keyof typeof EN_UPLOADER, string>;
