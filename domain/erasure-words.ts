import type { Bilingual } from './clock.ts';
import type { ErasureGround, ErasureRow } from './erasure.ts';
import type { Obstacle } from './erasure-obstacles.ts';
import type { Language } from './party.ts';

/** What each ground of an erasure is called. */
export const ERASURE_GROUNDS: Readonly<Record<ErasureGround, Bilingual>> = {
  'gdpr-art-17': { en: 'request upheld under Art 17 GDPR', de: 'stattgegebener Antrag nach Art. 17 DSGVO' },
  'gdpr-art-21': { en: 'objection upheld under Art 21 GDPR', de: 'stattgegebener Widerspruch nach Art. 21 DSGVO' },
  'court-order': { en: 'order of a court', de: 'gerichtliche Anordnung' },
  'supervisory-authority-order': {
    en: 'order of a supervisory authority under Art 58(2)(g) GDPR',
    de: 'Anordnung einer Aufsichtsbehörde nach Art. 58 Abs. 2 Buchst. g DSGVO',
  },
  'retention-ended': {
    en: 'the time for keeping the case ended',
    de: 'die Aufbewahrungszeit des Falls ist abgelaufen',
  },
};

/** Why something of a case cannot be shown: that it was erased, on which ground, when, and how far that has come. */
export function erasedBecause({ ground, reference, destroyedAt, backupsUntil, state }: ErasureRow): string {
  const file = reference === null ? '' : ` (${reference})`;
  const when = destroyedAt === null ? 'being erased' : `erased at ${destroyedAt}`;
  const backups =
    state === 'complete' ? '' : destroyedAt === null ? '' : `; backups of the key run out at ${backupsUntil}`;
  return `${when}: ${ERASURE_GROUNDS[ground].en}${file}${backups}`;
}

/** What stands in the way of an erasure, in words. */
export function obstacleInWords({ kind, which, until }: Obstacle, language: Language): string {
  const { en, de } = OBSTACLES[kind];
  const named = which === null ? '' : ` ${which}`;
  const end = until === null ? '' : { en: ` until ${until}`, de: ` bis ${until}` }[language];
  return `${{ en, de }[language]}${named}${end}`;
}

const OBSTACLES: Readonly<Record<Obstacle['kind'], Bilingual>> = {
  'legal-hold': { en: 'a legal hold for the matter', de: 'eine Löschsperre für das Verfahren' },
  'case-open': { en: 'the case is not closed', de: 'der Fall ist nicht abgeschlossen' },
  'danger-open': { en: 'a signal of danger that nobody took up', de: 'ein Gefahrensignal, das niemand übernommen hat' },
  'message-undelivered': { en: 'a message that was not delivered', de: 'eine nicht zugestellte Mitteilung' },
  'message-owed': { en: 'the message', de: 'die Mitteilung' },
  'statutory-period': { en: 'the statutory period', de: 'die gesetzliche Frist' },
  'open-window': { en: 'the window of', de: 'das Zeitfenster' },
  'counter-notice': { en: 'the counter-notice', de: 'die Gegendarstellung' },
};
