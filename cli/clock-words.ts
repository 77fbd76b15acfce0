import type { Bilingual, ComputedClock } from '#domain/clock';

type WordsFor<Code extends string> = Readonly<Record<Code, Bilingual>>;

/** Who sets a clock; a target is never called a deadline of the law. */
export const KINDS: WordsFor<ComputedClock['kind']> = {
  statutory: { en: 'statutory', de: 'gesetzlich' },
  ordered: { en: 'as ordered', de: 'angeordnet' },
  requested: { en: 'requested by the sender', de: 'vom Absender erbeten' },
  target: { en: 'our own target, no legal deadline', de: 'eigenes Ziel, keine gesetzliche Frist' },
};

/** Whose clock it is. */
export const DIRECTIONS: WordsFor<ComputedClock['direction']> = {
  'our-deadline': { en: 'to be met by us', de: 'von uns einzuhalten' },
  earliest: { en: 'not before', de: 'nicht vorher' },
  'hold-until': { en: 'hold until then', de: 'bis dahin aufbewahren oder schweigen' },
  'their-window': { en: 'open to them until then', de: 'steht den anderen bis dahin offen' },
};

/** How sure its source is. */
export const CERTAINTIES: WordsFor<ComputedClock['certainty']> = {
  'source-checked': { en: 'source checked', de: 'Quelle geprüft' },
  known: { en: 'known, source not checked again', de: 'bekannt, Quelle nicht erneut geprüft' },
  uncertain: { en: 'uncertain, have counsel check it', de: 'unsicher, rechtlich prüfen lassen' },
};

/** Whether its rule is in force. */
export const IN_FORCE: WordsFor<ComputedClock['inForce']> = {
  yes: { en: 'in force', de: 'in Kraft' },
  no: { en: 'NOT in force at the start', de: 'zu Beginn NICHT in Kraft' },
  unverified: { en: 'entry into force not verified', de: 'Inkrafttreten nicht geprüft' },
};
