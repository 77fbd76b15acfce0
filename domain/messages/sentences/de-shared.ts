import type { EN_SHARED } from './en-shared.ts';

/** German sentences that several documents share; the same keys and placeholders as the English ones. */
export const DE_SHARED = {
  'greeting.named': 'Guten Tag {name},',
  'greeting.uploader': 'Guten Tag,',
  'greeting.neutral': 'Guten Tag,',
  'greeting.formal': 'Sehr geehrte Damen und Herren,',
  'closing.reference': 'Unser Zeichen: {reference}',
  'closing.contact': 'Sie erreichen uns unter {contact}; bitte geben Sie dabei unser Zeichen an.',
  'closing.regards': 'Mit freundlichen Grüßen',
  'closing.platform': '{platform}, {address}',
  'date.line': 'Datum: {date}',
  'authority.reference': 'Ihr Aktenzeichen: {orderReference}',
  'authority.name': 'Behörde oder Gericht: {authority}',
  'items.heading.one': 'Betroffener Inhalt:',
  'items.heading.many': 'Betroffene Inhalte ({count}):',
  'item.address': '({number}) {url}',
  'item.requested-components': 'Von Ihnen genannte Bestandteile: {components}.',
  'item.requested-territories': 'Von Ihnen genannte Gebiete: {territories}.',
  'item.components': 'Betroffene Bestandteile: {components}.',
  'item.territories': 'Räumlicher Geltungsbereich: {territories}.',
  'item.until': 'Die Maßnahme endet am {until} von selbst.',
  'item.indefinite': 'Die Maßnahme ist nicht befristet.',
  'item.effective': 'In diesem Geltungsbereich ist die Maßnahme seit dem {effectiveAt} wirksam.',
  'item.carried-out':
    'In diesem Geltungsbereich haben unsere Systeme die Maßnahme am {appliedAt} ausgeführt; ob sie wirkt, wird noch geprüft.',
  'item.effective-soon': 'Die Maßnahme wird wirksam, sobald unsere Systeme sie ausgeführt haben.',
  'action.disable.whole': 'Der Zugang zu diesem Inhalt ist gesperrt.',
  'action.disable.parts': 'Der Zugang zu Bestandteilen dieses Inhalts ist gesperrt; das Übrige bleibt verfügbar.',
  'action.remove.whole': 'Dieser Inhalt ist entfernt.',
  'action.remove.parts': 'Bestandteile dieses Inhalts sind entfernt; das Übrige bleibt verfügbar.',
  'action.age-restrict.whole': 'Dieser Inhalt ist nur noch für Erwachsene verfügbar.',
  'action.age-restrict.parts': 'Bestandteile dieses Inhalts sind nur noch für Erwachsene verfügbar.',
  'action.demote.whole': 'Dieser Inhalt wird in Suchergebnissen und Empfehlungen herabgestuft.',
  'action.demote.parts': 'Bestandteile dieses Inhalts werden in Suchergebnissen und Empfehlungen herabgestuft.',
  'action.mute.whole': 'Der Ton dieses Inhalts ist stummgeschaltet.',
  'action.mute.parts': 'Der Ton von Bestandteilen dieses Inhalts ist stummgeschaltet.',
  'action.label.whole': 'Dieser Inhalt ist mit einem Hinweis versehen.',
  'action.label.parts': 'Bestandteile dieses Inhalts sind mit einem Hinweis versehen.',
  'action.none.whole': 'Gegen diesen Inhalt wird keine Maßnahme ergriffen.',
  'action.none.parts': 'Gegen diesen Inhalt wird keine Maßnahme ergriffen.',
  'item.no-measure':
    'Gegen diesen Inhalt wird keine Maßnahme ergriffen, da unsere Prüfung keinen Grund dafür ergeben hat.',
  'item.no-measure.objected':
    'Gegen diesen Inhalt wird keine Maßnahme ergriffen, da die Person, die ihn veröffentlicht hat, der Entfernung widersprochen hat.',
  'item.no-measure.reason': 'Gegen diesen Inhalt wird aus folgendem Grund keine Maßnahme ergriffen:',
  'item.absent.not-located':
    'Diese Adresse führt zu keinem Inhalt auf unserer Plattform; eine Maßnahme war nicht möglich.',
  'item.absent.not-found':
    'Unter dieser Adresse haben wir auf unserer Plattform keinen Inhalt gefunden; eine Maßnahme war nicht möglich.',
  'item.absent.part-not-found':
    'Der Inhalt unter dieser Adresse hat keinen der genannten Teile; eine Maßnahme war nicht möglich.',
  'item.absent.gone':
    'Dieser Inhalt war auf unserer Plattform nicht mehr verfügbar, als wir die Entscheidung ausführten; es gab nichts mehr zu beschränken.',
  'item.absent.lapsed':
    'Die Einschränkung dieses Inhalts war befristet, und ihre Zeit war vorbei, bevor nachgewiesen war, dass sie wirkt; sie gilt als nicht vorgenommen.',
  'component.audio': 'Audio',
  'component.title': 'Titel',
  'component.artwork': 'Bild',
  'component.lyrics': 'Liedtext',
  'component.description': 'Beschreibung',
  'component.transcript': 'Transkript',
  'component.profile': 'Profil',
  'component.account': 'Konto',
  'ground.illegal': 'Wir stützen unsere Entscheidung auf folgende Rechtsvorschrift: {provision}.',
  'ground.terms':
    'Wir stützen unsere Entscheidung auf folgende Bestimmung unserer Allgemeinen Geschäftsbedingungen: {provision}.',
  'ground.why-illegal': 'Warum dies nach unserer Bewertung rechtswidrig ist:',
  'ground.why-by-rule': 'Warum diese Vorschrift anzuwenden ist:',
  'ground.why-terms': 'Warum dies mit unseren Allgemeinen Geschäftsbedingungen unvereinbar ist:',
  'reasons.written-language': 'Wir geben die Gründe in der Sprache wieder, in der sie verfasst wurden.',
  'automation.undetected.not-automated':
    'Automatisierte Mittel wurden weder zur Erkennung des Inhalts noch für die Entscheidung verwendet; entschieden hat ein Mensch.',
  'automation.undetected.partially-automated':
    'Der Inhalt wurde nicht mit automatisierten Mitteln erkannt. Die Entscheidung wurde teilweise automatisiert getroffen.',
  'automation.undetected.fully-automated':
    'Der Inhalt wurde nicht mit automatisierten Mitteln erkannt. Die Entscheidung wurde vollständig automatisiert getroffen.',
  'automation.detected.not-automated':
    'Der Inhalt wurde mit automatisierten Mitteln erkannt. Für die Entscheidung wurden keine automatisierten Mittel verwendet; entschieden hat ein Mensch.',
  'automation.detected.partially-automated':
    'Der Inhalt wurde mit automatisierten Mitteln erkannt. Die Entscheidung wurde teilweise automatisiert getroffen.',
  'automation.detected.fully-automated':
    'Der Inhalt wurde mit automatisierten Mitteln erkannt. Auch die Entscheidung wurde vollständig automatisiert getroffen.',
  'redress.complaint':
    'Sie können innerhalb von sechs Monaten, nachdem Sie über diese Entscheidung informiert wurden, kostenlos Beschwerde über unser internes Beschwerdemanagementsystem einlegen.',
  'redress.by-mail': 'Schreiben Sie dazu an {contact} und geben Sie unser Zeichen {reference} an.',
  'redress.complaint-online.uploader':
    'Übermitteln Sie uns dazu Ihre Gründe über unsere Schnittstelle: POST {complaintUrl}, mit dem Zugangstoken unten, als JSON mit „explanation“ und, wenn es nur um einen Teil der Inhalte geht, „items“ (eine Liste ihrer Adressen).',
  'redress.complaint-online.sender':
    'Übermitteln Sie uns dazu Ihre Gründe über unsere Schnittstelle: POST {complaintUrl}, mit dem Zugangstoken, das Sie in der Antwort auf Ihre Übermittlung erhalten haben, als JSON mit „explanation“ und, wenn es nur um einen Teil der Inhalte geht, „items“ (eine Liste ihrer Adressen).',
  'redress.token': 'Zugangstoken (nur für Sie; bitte nicht weitergeben): {accessToken}',
  'redress.complaint-until': 'Diese sechs Monate enden nicht vor dem {complaintUntil}.',
  'redress.complaint-human':
    'Über Beschwerden wird unter der Aufsicht qualifizierten Personals und nicht allein mit automatisierten Mitteln entschieden.',
  'redress.out-of-court':
    'Sie können sich außerdem an eine zertifizierte Stelle für die außergerichtliche Streitbeilegung wenden (Artikel 21 der Verordnung (EU) 2022/2065); deren Entscheidungen sind nicht bindend. Näheres dazu: {outOfCourtUrl}',
  'redress.supervisory-authority':
    'Sie können Beschwerde bei einer Datenschutz-Aufsichtsbehörde einlegen, insbesondere an Ihrem Wohnort, an Ihrem Arbeitsplatz oder am Ort des mutmaßlichen Verstoßes (Artikel 12 Absatz 4 und Artikel 77 der Verordnung (EU) 2016/679).',
  'redress.appellate-committee':
    'Sie können sich innerhalb von 30 Tagen nach Erhalt dieser Entscheidung an einen Beschwerdeausschuss („Grievance Appellate Committee“) wenden (Rule 3A der Information Technology Rules 2021 Indiens).',
  'redress.court': 'Unabhängig davon, welchen anderen Weg Sie wählen, können Sie jederzeit ein Gericht anrufen.',
  'redress.court-alone': 'Sie können ein Gericht anrufen.',
  'redress.counter-notice':
    'Wenn Sie meinen, dass das Material versehentlich oder aufgrund einer Verwechslung entfernt oder gesperrt wurde, können Sie uns eine Gegendarstellung („counter-notification“) nach 17 U.S.C. § 512(g) übermitteln.',
  'redress.counter-notice-identity':
    'Bitte beachten Sie, dass wir eine solche Gegendarstellung mit dem darin genannten Namen und der Anschrift an die Person weitergeben, von der die Meldung stammt.',
  'redress.counter-notice-alternative': 'Bei einer internen Beschwerde erfährt diese Person nicht, wer Sie sind.',
  'clock.statutory.our-deadline': 'Für uns läuft eine gesetzliche Frist ({source}); sie endet am {due}.',
  'clock.statutory.their-window': 'Für Sie läuft eine gesetzliche Frist ({source}); sie endet am {due}.',
  'clock.statutory.earliest': 'Vor dem {due} dürfen wir von Gesetzes wegen ({source}) nicht tätig werden.',
  'clock.statutory.hold-until':
    'Von Gesetzes wegen ({source}) bewahren wir den Inhalt auf; diese Frist endet am {due}.',
  'clock.ordered.our-deadline': 'Die Anordnung setzt uns eine Frist; sie endet am {due}.',
  'clock.ordered.their-window': 'Die Anordnung räumt Ihnen eine Frist ein; sie endet am {due}.',
  'clock.ordered.earliest': 'Nach der Anordnung dürfen wir vor dem {due} nicht tätig werden.',
  'clock.ordered.hold-until': 'Die Anordnung halten wir geheim; die Geheimhaltung endet am {due}.',
  'clock.requested':
    'Sie haben uns gebeten, bis zum {due} tätig zu werden; diesen Zeitpunkt haben Sie gewünscht, das Gesetz gibt ihn nicht vor.',
  'clock.target':
    'Wir haben uns vorgenommen, den Vorgang bis zum {due} zu bearbeiten; das ist unser eigenes Ziel, das Gesetz gibt diesen Zeitpunkt nicht vor.',
} as const satisfies Record<keyof typeof EN_SHARED, string>;
