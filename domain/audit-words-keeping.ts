import type { AuditEventType } from './audit-event.ts';
import type { Bilingual } from './clock.ts';

/** What the events say by which a case is held, erased and purged. */
export const KEEPING_WORDS = {
  'hold.placed': {
    en: 'A legal hold was placed: nothing of the case is erased.',
    de: 'Eine Löschsperre wurde gesetzt: Vom Fall wird nichts gelöscht.',
  },
  'hold.released': { en: 'A legal hold was released.', de: 'Eine Löschsperre wurde aufgehoben.' },
  'erasure.recorded': {
    en: 'It was decided to erase a person of the case.',
    de: 'Es wurde entschieden, eine Person des Falls zu löschen.',
  },
  'erasure.begun': {
    en: 'An erasure began: nothing stood in its way.',
    de: 'Eine Löschung hat begonnen: Es stand ihr nichts entgegen.',
  },
  'erasure.carried-out': {
    en: 'The keys of those erased were destroyed; backups of them run out at the time stated.',
    de: 'Die Schlüssel der Gelöschten wurden vernichtet; Sicherungen davon laufen zum genannten Zeitpunkt aus.',
  },
  'erasure.completed': {
    en: 'The last backup of the destroyed keys ran out: the erasure is complete.',
    de: 'Die letzte Sicherung der vernichteten Schlüssel ist ausgelaufen: Die Löschung ist vollständig.',
  },
} as const satisfies Partial<Record<AuditEventType, Bilingual>>;
