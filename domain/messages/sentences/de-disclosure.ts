import type { EN_DISCLOSURE } from './en-disclosure.ts';

/** German sentences about data that was handed over, or refused, on a demand for information. */
export const DE_DISCLOSURE = {
  'disclosure.title': 'Bericht über die Ausführung einer Anordnung auf folgender Rechtsgrundlage: {legalBasis}',
  'disclosure.handed-over': 'Wir haben die Daten am {handedOverAt} (UTC: {handedOverAtUtc}) übergeben.',
  'disclosure.channel.decentralised-it-system': 'Übermittlungsweg: dezentrales IT-System (Verordnung (EU) 2023/1543)',
  'disclosure.channel.authority-portal': 'Übermittlungsweg: Portal Ihrer Behörde',
  'disclosure.channel.encrypted-transfer': 'Übermittlungsweg: verschlüsselte Übertragung',
  'disclosure.channel.physical-medium': 'Übermittlungsweg: Datenträger',
  'disclosure.package': 'Bezeichnung des Datenpakets: {package}',
  'disclosure.hash': 'SHA-256 des Datenpakets: {sha256}',
  'disclosure.categories': 'Das Datenpaket enthält Daten folgender Kategorien:',
  'disclosure.category.subscriber': '- Teilnehmerdaten',
  'disclosure.category.identification': '- Daten, die der Identifizierung des Nutzers dienen',
  'disclosure.category.traffic': '- Verkehrsdaten',
  'disclosure.category.content': '- Inhaltsdaten',
  'disclosure.items': 'In der Anordnung bezeichnet ist:',
  'disclosure.unchanged':
    'Diese Nachricht enthält keine der Daten. Auf unserer Plattform wurde nichts verändert oder beschränkt.',
  'disclosure.information.subject': 'Information über eine Anordnung zu Ihren Daten ({reference})',
  'disclosure.information.intro':
    'wir haben eine Anordnung zur Auskunft über Sie erhalten und der Behörde am {handedOverAt} Daten übergeben.',
  'disclosure.information.categories': 'Übergeben haben wir Daten folgender Kategorien:',
  'disclosure.information.items': 'Von Ihren Inhalten bezeichnet die Anordnung:',
  'disclosure.information.unchanged':
    'Ihre Inhalte haben wir wegen dieser Anordnung weder verändert noch in ihrer Zugänglichkeit beschränkt.',
  'disclosure.information.no-reasons': 'Die uns vorliegende Anordnung enthält keine Begründung.',
  'disclosure.refused.ground': 'Unsere Ablehnung stützen wir auf: {provision}',
} as const satisfies Readonly<Record<keyof typeof EN_DISCLOSURE, string>>;
