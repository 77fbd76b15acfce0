import type { Bilingual } from '#domain/clock';
import type { Action } from '#domain/decision';

type WordsFor<Code extends string> = Readonly<Record<Code, Bilingual>>;

/** What is done to an item. */
export const ACTIONS: WordsFor<Action> = {
  disable: { en: 'disable', de: 'sperren' },
  remove: { en: 'remove', de: 'entfernen' },
  'age-restrict': { en: 'age-restrict', de: 'nur für Erwachsene' },
  demote: { en: 'demote', de: 'herabstufen' },
  mute: { en: 'mute', de: 'stummschalten' },
  label: { en: 'label', de: 'mit Hinweis versehen' },
  none: { en: 'none', de: 'keine Maßnahme' },
};
