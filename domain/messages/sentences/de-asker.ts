import type { EN_ASKER } from './en-asker.ts';

/** German sentences for those who ask for a removal: senders of notices and requests, and authorities. */
export const DE_ASKER = {
  'receipt.subject.notice': 'Eingangsbestätigung zu Ihrer Meldung ({reference})',
  'receipt.subject.copyright-notice': 'Eingangsbestätigung zu Ihrer Urheberrechtsmeldung ({reference})',
  'receipt.subject.request': 'Eingangsbestätigung zu Ihrem Antrag ({reference})',
  'receipt.subject.complaint': 'Eingangsbestätigung zu Ihrer Beschwerde ({reference})',
  'receipt.subject.order': 'Eingangsbestätigung zu Ihrer Anordnung ({reference})',
  'receipt.subject.removal-order': 'Eingangsbestätigung zu Ihrer Entfernungsanordnung ({reference})',
  'receipt.received.notice': 'Ihre Meldung ist am {receivedAt} bei uns eingegangen.',
  'receipt.received.copyright-notice': 'Ihre Urheberrechtsmeldung ist am {receivedAt} bei uns eingegangen.',
  'receipt.received.request': 'Ihr Antrag ist am {receivedAt} bei uns eingegangen.',
  'receipt.received.complaint': 'Ihre Beschwerde ist am {receivedAt} bei uns eingegangen.',
  'receipt.received.order': 'Ihre Anordnung ist am {receivedAt} bei uns eingegangen.',
  'receipt.received.removal-order': 'Ihre Entfernungsanordnung ist am {receivedAt} bei uns eingegangen.',
  'receipt.basis': 'Wir bearbeiten den Vorgang auf folgender Rechtsgrundlage: {legalBasis}.',
  'receipt.next.notice':
    'Wir bearbeiten Ihre Meldung zeitnah, sorgfältig, frei von Willkür und objektiv. Über unsere Entscheidung und die möglichen Rechtsbehelfe unterrichten wir Sie unverzüglich.',
  'receipt.next.copyright-notice':
    'Wir bearbeiten Ihre Urheberrechtsmeldung zügig. Über unsere Entscheidung und die möglichen Rechtsbehelfe unterrichten wir Sie unverzüglich.',
  'receipt.next.request': 'Über unsere Entscheidung und die möglichen Rechtsbehelfe unterrichten wir Sie unverzüglich.',
  'receipt.next.complaint':
    'Eine Person, die an der beanstandeten Entscheidung nicht beteiligt war, prüft Ihre Beschwerde. Über unsere begründete Entscheidung unterrichten wir Sie unverzüglich.',
  'receipt.next.order': 'Wir unterrichten Sie unverzüglich darüber, ob und wann die Anordnung ausgeführt wurde.',
  'receipt.next.removal-order':
    'Wir unterrichten Sie unverzüglich über die Entfernung oder die Sperrung des Zugangs und über deren Zeitpunkt.',
  'receipt.status.sender':
    'Den Stand der Bearbeitung können Sie über unsere Schnittstelle abrufen, und zwar mit dem Zugangstoken, das Sie in der Antwort auf Ihre Übermittlung erhalten haben: GET {statusUrl}',
  'receipt.status.authority':
    'Den Stand der Bearbeitung können Sie über unsere Schnittstelle mit einem Zugangstoken Ihrer Behörde abrufen: GET {statusUrl}',
  'information.subject.notice': 'Rückfrage zu Ihrer Meldung ({reference})',
  'information.subject.copyright-notice': 'Rückfrage zu Ihrer Urheberrechtsmeldung ({reference})',
  'information.subject.request': 'Rückfrage zu Ihrem Antrag ({reference})',
  'information.subject.complaint': 'Rückfrage zu Ihrer Beschwerde ({reference})',
  'information.subject.order': 'Rückfrage zu Ihrer Anordnung ({reference})',
  'information.subject.removal-order': 'Rückfrage zu Ihrer Entfernungsanordnung ({reference})',
  'information.intro.notice': 'Ihre Meldung, die am {receivedAt} bei uns eingegangen ist, ist unvollständig.',
  'information.intro.copyright-notice':
    'Ihre Urheberrechtsmeldung, die am {receivedAt} bei uns eingegangen ist, ist unvollständig.',
  'information.intro.request': 'Ihr Antrag, der am {receivedAt} bei uns eingegangen ist, ist unvollständig.',
  'information.intro.complaint': 'Ihre Beschwerde, die am {receivedAt} bei uns eingegangen ist, ist unvollständig.',
  'information.intro.order': 'Ihre Anordnung, die am {receivedAt} bei uns eingegangen ist, ist unvollständig.',
  'information.intro.removal-order':
    'Ihre Entfernungsanordnung, die am {receivedAt} bei uns eingegangen ist, ist unvollständig.',
  'information.heading.asked': 'Wir bitten Sie um Folgendes, das wir aus folgenden Gründen benötigen:',
  'information.reason': 'Aus folgendem Grund fragen wir nach:',
  'information.heading': 'Folgendes fehlt, und aus folgenden Gründen benötigen wir es:',
  'extension.subject': 'Ihr Antrag: Die Antwort braucht mehr Zeit ({reference})',
  'extension.intro':
    'das Gesetz erlaubt, die Frist für die Antwort auf einen Antrag zu verlängern, wenn er komplex ist oder viele Anträge vorliegen. Davon machen wir bei dem Antrag Gebrauch, den wir am {receivedAt} von Ihnen erhalten haben.',
  'extension.reason': 'Aus folgendem Grund brauchen wir mehr Zeit:',
  'information.absent.heading': 'Nicht aufgefunden haben wir Folgendes:',
  'information.absent.not-located': 'Nicht auf unserer Plattform: ({number}) {url}',
  'information.absent.not-found': 'Nicht gefunden unter ({number}) {url}',
  'information.absent.part-not-found': 'Hat keinen der genannten Teile: ({number}) {url}',
  'information.absent.gone': 'Nicht mehr vorhanden: ({number}) {url}',
  'information.absent.lapsed': 'Ohne nachgewiesene Maßnahme abgelaufen: ({number}) {url}',
  'information.review-goes-on':
    'Wir haben mit der Prüfung bereits begonnen und setzen sie fort, ohne Ihre Antwort abzuwarten.',
  'information.review-waits':
    'Solange wir den Inhalt nicht auffinden können, können wir mit der Prüfung nicht beginnen.',
  'information.by.review-goes-on':
    'Bitte übermitteln Sie uns diese Angaben bis zum {respondBy}. Liegen sie uns bis dahin nicht vor, entscheiden wir anhand der vorhandenen Angaben.',
  'information.by.review-waits':
    'Bitte übermitteln Sie uns diese Angaben bis zum {respondBy}. Liegen sie uns bis dahin nicht vor, prüft ein Mensch den Vorgang anhand der vorhandenen Angaben und entscheidet. Sie können die Angaben auch danach noch übermitteln, solange nicht entschieden ist.',
  'information.at-once': 'Bitte übermitteln Sie uns diese Angaben unverzüglich.',
  'information.answer-reply': 'Sie können auf diese Nachricht antworten; bitte geben Sie dabei unser Zeichen an.',
  'information.answer-online.sender':
    'Sie können auch über unsere Schnittstelle antworten, und zwar mit dem Zugangstoken, das Sie in der Antwort auf Ihre Übermittlung erhalten haben: POST {informationUrl}',
  'information.answer-online.authority':
    'Bitte antworten Sie über unsere Schnittstelle mit einem Zugangstoken Ihrer Behörde: POST {informationUrl}',
  'decision.subject.notice': 'Entscheidung über Ihre Meldung ({reference})',
  'decision.subject.copyright-notice': 'Entscheidung über Ihre Urheberrechtsmeldung ({reference})',
  'decision.subject.request': 'Entscheidung über Ihren Antrag ({reference})',
  'decision.subject.complaint': 'Entscheidung über Ihre Beschwerde ({reference})',
  'decision.subject.order': 'Antwort auf Ihre Anordnung ({reference})',
  'decision.subject.removal-order': 'Antwort auf Ihre Entfernungsanordnung ({reference})',
  'decision.intro.notice':
    'über Ihre Meldung, die am {receivedAt} bei uns eingegangen ist, haben wir am {decidedAt} entschieden.',
  'decision.intro.copyright-notice':
    'über Ihre Urheberrechtsmeldung, die am {receivedAt} bei uns eingegangen ist, haben wir am {decidedAt} entschieden.',
  'decision.intro.request':
    'über Ihren Antrag, der am {receivedAt} bei uns eingegangen ist, haben wir am {decidedAt} entschieden.',
  'decision.intro.complaint':
    'am {decidedAt} haben wir über Ihre Beschwerde entschieden, die am {receivedAt} bei uns eingegangen ist.',
  'decision.intro.order':
    'Ihre Anordnung ist am {receivedAt} bei uns eingegangen; am {decidedAt} haben wir entschieden, wie wir sie beantworten.',
  'decision.intro.removal-order':
    'Ihre Entfernungsanordnung ist am {receivedAt} bei uns eingegangen; am {decidedAt} haben wir entschieden, wie wir sie beantworten.',
  'decision.result.restricted.one': 'Wir haben den von Ihnen bezeichneten Inhalt beschränkt:',
  'decision.result.restricted.many': 'Wir haben alle von Ihnen bezeichneten Inhalte beschränkt:',
  'decision.result.partly-restricted.one': 'Wir haben Ihrem Anliegen teilweise entsprochen:',
  'decision.result.partly-restricted.many': 'Wir haben Ihrem Anliegen teilweise entsprochen, und zwar im Einzelnen:',
  'decision.result.not-restricted.one': 'Wir haben den von Ihnen bezeichneten Inhalt nicht beschränkt.',
  'decision.result.not-restricted.many': 'Wir haben keinen der von Ihnen bezeichneten Inhalte beschränkt.',
  'decision.result.not-restricted.none': 'Wir haben nichts beschränkt, da kein Inhalt bezeichnet war.',
  'decision.result.refused.one': 'Zu dem Inhalt, den Sie bezeichnet haben, haben wir keine Daten herausgegeben.',
  'decision.result.refused.many': 'Zu den Inhalten, die Sie bezeichnet haben, haben wir keine Daten herausgegeben.',
  'decision.result.refused.none': 'Wir haben keine Daten herausgegeben.',
  'decision.result.nothing-restricted.one': 'Wir haben zu dem von Ihnen bezeichneten Inhalt keine Maßnahme ergriffen:',
  'decision.result.nothing-restricted.many':
    'Wir haben zu den von Ihnen bezeichneten Inhalten keine Maßnahme ergriffen, und zwar im Einzelnen:',
  'decision.result.duplicate.one': 'Derselbe Inhalt wurde bereits in einem früheren Vorgang behandelt.',
  'decision.result.duplicate.many': 'Dieselben Inhalte wurden bereits in einem früheren Vorgang behandelt.',
  'decision.result.duplicate.none': 'Dieselbe Sache wurde bereits in einem früheren Vorgang behandelt.',
  'decision.duplicate-of': 'Unsere Antwort finden Sie unter unserem Zeichen {duplicateOf}.',
  'decision.result.already-unavailable.one':
    'Der von Ihnen bezeichnete Inhalt war auf unserer Plattform nicht verfügbar, als wir den Vorgang bearbeitet haben.',
  'decision.result.already-unavailable.many':
    'Keiner der von Ihnen bezeichneten Inhalte war auf unserer Plattform verfügbar, als wir den Vorgang bearbeitet haben.',
  'decision.result.already-unavailable.none':
    'Es war kein Inhalt bezeichnet, der auf unserer Plattform verfügbar war, als wir den Vorgang bearbeitet haben.',
  'decision.reasons': 'Unsere Gründe:',
  'decision.automation.heading': 'Verwendung automatisierter Mittel',
  'decision.redress.heading': 'Rechtsbehelfsbelehrung',
  'withdrawal.subject.notice': 'Rücknahme Ihrer Meldung ({reference})',
  'withdrawal.subject.copyright-notice': 'Rücknahme Ihrer Urheberrechtsmeldung ({reference})',
  'withdrawal.subject.request': 'Rücknahme Ihres Antrags ({reference})',
  'withdrawal.subject.complaint': 'Rücknahme Ihrer Beschwerde ({reference})',
  'withdrawal.subject.order': 'Rücknahme Ihrer Anordnung ({reference})',
  'withdrawal.subject.removal-order': 'Rücknahme Ihrer Entfernungsanordnung ({reference})',
  'withdrawal.received.notice': 'die Rücknahme Ihrer Meldung ist am {withdrawnAt} bei uns eingegangen.',
  'withdrawal.received.copyright-notice':
    'die Rücknahme Ihrer Urheberrechtsmeldung ist am {withdrawnAt} bei uns eingegangen.',
  'withdrawal.received.request': 'die Rücknahme Ihres Antrags ist am {withdrawnAt} bei uns eingegangen.',
  'withdrawal.received.complaint': 'die Rücknahme Ihrer Beschwerde ist am {withdrawnAt} bei uns eingegangen.',
  'withdrawal.received.order': 'die Rücknahme Ihrer Anordnung ist am {withdrawnAt} bei uns eingegangen.',
  'withdrawal.received.removal-order':
    'die Rücknahme Ihrer Entfernungsanordnung ist am {withdrawnAt} bei uns eingegangen.',
  'withdrawal.result.closed': 'Wir haben den Vorgang abgeschlossen, ohne eine Maßnahme zu ergreifen.',
  'withdrawal.result.restored':
    'Wir haben den Vorgang abgeschlossen; die Maßnahmen, die wir deshalb ergriffen hatten, gelten nicht mehr.',
  'withdrawal.result.continues':
    'Wir haben die Rücknahme vermerkt, prüfen die Sache aber weiter, weil uns das Gesetz unabhängig von einer Rücknahme dazu verpflichtet.',
  'reroute.subject.notice': 'Ihre Meldung: Zuständigkeit einer anderen Stelle ({reference})',
  'reroute.subject.copyright-notice': 'Ihre Urheberrechtsmeldung: Zuständigkeit einer anderen Stelle ({reference})',
  'reroute.subject.request': 'Ihr Antrag: Zuständigkeit einer anderen Stelle ({reference})',
  'reroute.subject.complaint': 'Ihre Beschwerde: andere Stelle zuständig ({reference})',
  'reroute.subject.order': 'Ihre Anordnung: Zuständigkeit einer anderen Stelle ({reference})',
  'reroute.subject.removal-order': 'Ihre Entfernungsanordnung: Zuständigkeit einer anderen Stelle ({reference})',
  'reroute.reason.not-our-service':
    'Was Sie bezeichnen, befindet sich nicht auf unserem Dienst; wir können daher nicht tätig werden.',
  'reroute.reason.other-channel': 'Anliegen dieser Art bearbeiten wir auf einem anderen Weg.',
  'reroute.reason.other-body': 'Über Anliegen dieser Art entscheidet eine andere Stelle.',
  'reroute.door': 'Bitte wenden Sie sich an folgende Stelle: {door}.',
  'reroute.url': 'Sie finden sie hier: {url}',
  'reroute.closed':
    'Ein Mensch hat Ihre Nachricht geprüft. Wir haben sie nicht weitergeleitet und den Vorgang bei uns abgeschlossen.',
  'reroute.contest':
    'Wenn Sie das anders sehen, schreiben Sie uns erneut und begründen Sie es; befindet sich der Inhalt auf unserem Dienst, nennen Sie dessen genaue Adresse (URL) dort. Ein Mensch prüft das dann neu.',
  'reinstatement.sender.subject': 'Aufhebung von Beschränkungen ({reference})',
  'reinstatement.sender.intro':
    'am {reinstatedAt} haben wir Beschränkungen aufgehoben, die wir aufgrund Ihrer Eingabe vorgenommen hatten.',
  'reinstatement.sender.intro-ended':
    'am {reinstatedAt} haben wir Beschränkungen zurückgenommen, die wir aufgrund Ihrer Eingabe vorgenommen hatten; sie waren bereits beendet.',
  'reinstatement.authority.intro-ended':
    'am {reinstatedAt} haben wir Beschränkungen zurückgenommen, die wir aufgrund Ihrer Anordnung vorgenommen hatten; sie waren bereits beendet.',
  'reinstatement.authority.intro':
    'am {reinstatedAt} haben wir Beschränkungen aufgehoben, die wir aufgrund Ihrer Anordnung vorgenommen hatten.',
} as const satisfies Record<keyof typeof EN_ASKER, string>;
