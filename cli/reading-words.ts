import type { Bilingual } from '#domain/clock';
import type { CounterNoticeElement } from '#domain/counter-notice-rule';
import type { DangerSignal } from '#domain/danger-words';
import type { MessageKind } from '#domain/reading/message-kind';
import type { Certainty } from '#domain/reading/passage';

export const KIND_NAMES: Readonly<Record<MessageKind, Bilingual>> = {
  notice: { en: 'notice', de: 'Meldung' },
  'counter-notice': { en: 'counter-notice', de: 'Gegenmeldung' },
  withdrawal: { en: 'withdrawal', de: 'Rücknahme' },
  order: { en: 'order', de: 'Anordnung' },
  other: { en: 'something else', de: 'etwas anderes' },
};

export const READING_CERTAINTIES: Readonly<Record<Certainty, Bilingual>> = {
  sure: { en: 'sure', de: 'sicher' },
  likely: { en: 'likely', de: 'wahrscheinlich' },
  uncertain: { en: 'uncertain: a person has to look', de: 'unsicher: ein Mensch muss nachsehen' },
  corrected: { en: 'corrected by a person', de: 'von einem Menschen berichtigt' },
};

export const SIGNAL_NAMES: Readonly<Record<DangerSignal, Bilingual>> = {
  'threat-to-life': { en: 'threat to life', de: 'Lebensgefahr' },
  'self-harm': { en: 'self-harm', de: 'Selbstgefährdung' },
  'child-safety': { en: 'child safety', de: 'Kinderschutz' },
  'terrorism-imminent': { en: 'imminent attack', de: 'bevorstehender Anschlag' },
};

export const COUNTER_NOTICE_NAMES: Readonly<Record<CounterNoticeElement, Bilingual>> = {
  items: { en: 'the material and where it was', de: 'das Material und wo es stand' },
  mistake: {
    en: 'the statement that it was removed by mistake or misidentified',
    de: 'die Erklärung, dass es aus Irrtum oder durch Verwechslung entfernt wurde',
  },
  name: { en: 'the name', de: 'der Name' },
  postalAddress: { en: 'the postal address', de: 'die Postanschrift' },
  telephone: { en: 'the telephone number', de: 'die Telefonnummer' },
  jurisdiction: { en: 'the consent to a jurisdiction', de: 'die Zustimmung zu einem Gerichtsstand' },
  service: { en: 'the acceptance of service of process', de: 'die Annahme von Zustellungen' },
  signature: { en: 'a signature', de: 'eine Unterschrift' },
};

export const READING_LABELS = {
  kind: { en: 'Kind', de: 'Art' },
  legalBasis: { en: 'Legal basis', de: 'Rechtsgrundlage' },
  language: { en: 'Language', de: 'Sprache' },
  unknown: { en: 'not told by its words', de: 'aus dem Text nicht zu erkennen' },
  items: { en: 'Complained of', de: 'Beanstandet' },
  putBack: { en: 'To be put back', de: 'Wiederherzustellen' },
  works: { en: "The claimant's own work", de: 'Eigenes Werk' },
  unclear: { en: 'Addresses of which nothing says what they are', de: 'Adressen, zu denen nichts steht' },
  elements: { en: 'Present', de: 'Vorhanden' },
  missing: { en: 'Missing', de: 'Fehlt' },
  noted: { en: 'Missing as a form only', de: 'Fehlt nur der Form nach' },
  dates: { en: 'Dates', de: 'Daten' },
  references: { en: 'References', de: 'Zeichen' },
  signals: { en: 'SIGNALS OF DANGER: call the person on duty', de: 'GEFAHRENZEICHEN: Bereitschaft rufen' },
  notRead: { en: 'Parts that were not read', de: 'Nicht gelesene Teile' },
  cut: { en: 'The message is longer than what was read of it.', de: 'Die Nachricht ist länger als der gelesene Teil.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
