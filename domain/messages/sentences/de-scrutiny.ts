import type { EN_SCRUTINY } from './en-scrutiny.ts';

/** German sentences of our request to scrutinise a removal order of another Member State. */
export const DE_SCRUTINY = {
  'scrutiny.subject': 'Begründeter Antrag auf Überprüfung einer Entfernungsanordnung ({reference})',
  'scrutiny.title': 'Begründeter Antrag auf Überprüfung (Artikel 4 Absatz 4 der Verordnung (EU) 2021/784)',
  'scrutiny.intro':
    'die unten genannte Behörde hat uns aus einem anderen Mitgliedstaat eine Entfernungsanordnung übermittelt. Bitte überprüfen Sie diese als Behörde des Mitgliedstaats, in dem wir niedergelassen sind.',
  'scrutiny.reference': 'Aktenzeichen der Anordnung: {orderReference}',
  'scrutiny.serious':
    'Die Anordnung verstößt nach unserer Auffassung schwerwiegend gegen die Verordnung oder die Charta der Grundrechte.',
  'scrutiny.manifest':
    'Die Anordnung verstößt nach unserer Auffassung offensichtlich gegen die Verordnung oder die Charta der Grundrechte.',
  'scrutiny.grounds': 'Unsere Begründung:',
  'scrutiny.executed':
    'Die Anordnung ist ausgeführt. Wir bewahren auf, was nötig ist, um die Inhalte oder den Zugang dazu unverzüglich wiederherzustellen (Artikel 4 Absätze 2 und 7).',
  'scrutiny.decision':
    'Nach Artikel 4 Absatz 4 haben Sie ab Eingang dieses Antrags 72 Stunden Zeit, um über einen solchen Verstoß zu entscheiden. Bitte senden Sie uns die Entscheidung an den unten genannten Kontakt.',
} as const satisfies Record<keyof typeof EN_SCRUTINY, string>;
