import type { EN_COUNTER_NOTICE } from './en-counter-notice.ts';

/** German sentences of a counter-notice: how it is given, and its copy for the one who submitted the notice. */
export const DE_COUNTER_NOTICE = {
  'counter-notice.how':
    'Übermitteln Sie die Gegendarstellung über unsere Schnittstelle: POST {url}, mit dem Zugangstoken unten, als JSON. Sie zählt nur, wenn sie alles Folgende enthält:',
  'counter-notice.element.items':
    '„items“: das entfernte oder gesperrte Material und wo es sich zuvor befand, als Liste der Adressen unter 1',
  'counter-notice.element.mistake':
    '„mistake“ (true): Ihre Erklärung unter Strafandrohung wegen Meineids („under penalty of perjury“), dass das Material nach Ihrer redlichen Überzeugung versehentlich oder aufgrund einer Verwechslung entfernt oder gesperrt wurde',
  'counter-notice.element.name': '„name“: Ihr Name',
  'counter-notice.element.postalAddress': '„postalAddress“: Ihre Anschrift',
  'counter-notice.element.telephone': '„telephone“: Ihre Telefonnummer',
  'counter-notice.element.jurisdiction':
    '„jurisdiction“ (true): Ihr Einverständnis mit der Zuständigkeit des US-Bundesbezirksgerichts („Federal District Court“) für den Bezirk Ihrer Anschrift oder, wenn diese außerhalb der Vereinigten Staaten liegt, für jeden Bezirk, in dem wir gerichtlich belangt werden können',
  'counter-notice.element.service':
    '„service“ (true): Ihre Erklärung, dass Sie die Zustellung gerichtlicher Schriftstücke durch die Person, von der die Meldung stammt, oder deren Vertretung annehmen',
  'counter-notice.element.signature':
    '„signature“: Ihre eigenhändige oder elektronische Unterschrift; Ihr ausgeschriebener Name genügt',
  'counter-notice.then':
    'Eine Kopie leiten wir dann der Person zu, von der die Meldung stammt. Die Inhalte schalten wir frühestens 10 und spätestens 14 Geschäftstage nach Eingang der Gegendarstellung wieder frei, sofern uns nicht vorher ein gerichtliches Verfahren gegen Sie mitgeteilt wird.',
  'counter-notice-copy.subject': 'Gegendarstellung zu Ihrer Meldung ({reference})',
  'counter-notice-copy.intro':
    'am {receivedAt} ist bei uns eine Gegendarstellung („counter-notification“) nach 17 U.S.C. § 512(g) gegen die Maßnahmen eingegangen, die auf Ihre Meldung folgten. Hiermit erhalten Sie die Kopie.',
  'counter-notice-copy.number': 'Nummer der Gegendarstellung: {number}',
  'counter-notice-copy.items': 'Entferntes oder gesperrtes Material und wo es sich befand:',
  'counter-notice-copy.name': 'Name: {name}',
  'counter-notice-copy.address': 'Anschrift: {postalAddress}',
  'counter-notice-copy.telephone': 'Telefon: {telephone}',
  'counter-notice-copy.statements': 'Die Gegendarstellung erklärt:',
  'counter-notice-copy.mistake':
    'Unter Strafandrohung wegen Meineids („under penalty of perjury“): Das Material wurde nach meiner redlichen Überzeugung versehentlich oder aufgrund einer Verwechslung entfernt oder gesperrt.',
  'counter-notice-copy.jurisdiction':
    'Ich bin einverstanden mit der Zuständigkeit des US-Bundesbezirksgerichts („Federal District Court“) für den Bezirk meiner Anschrift oder, wenn diese außerhalb der Vereinigten Staaten liegt, für jeden Bezirk, in dem der Diensteanbieter gerichtlich belangt werden kann.',
  'counter-notice-copy.service':
    'Ich nehme die Zustellung gerichtlicher Schriftstücke durch die Person, von der die Meldung stammt, oder deren Vertretung an.',
  'counter-notice-copy.signature': 'Unterschrift: {signature}',
  'counter-notice-copy.window':
    'Wir schalten das Material nicht vor dem {notBefore} und nicht nach dem {notAfter} wieder frei (10 und 14 Geschäftstage nach Eingang).',
  'counter-notice-copy.unless':
    'Wir schalten es nicht wieder frei, wenn uns vorher Ihre Mitteilung zugeht, dass Sie Klage auf eine gerichtliche Anordnung erhoben haben, die der oben genannten Person rechtsverletzende Handlungen in Bezug auf das Material untersagt.',
  'counter-notice-copy.how':
    'Teilen Sie das bitte über unsere Schnittstelle mit: POST {courtActionUrl}, mit dem Zugangstoken, das Sie in der Antwort auf Ihre Übermittlung erhalten haben, als JSON mit „court“ (Gericht), „caseNumber“ (Aktenzeichen), „filedOn“ (Datum der Klage) und „counterNotice“ (die Nummer oben).',
} as const satisfies Record<keyof typeof EN_COUNTER_NOTICE, string>;
