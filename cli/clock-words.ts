import type { Bilingual, ComputedClock } from '#domain/clock';
import type { RefusedEntry } from '#domain/clock-ledger';

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

/** Since when a clock does not run. */
export const PAUSED: Bilingual = { en: 'Does not run since', de: 'Läuft nicht seit' };

/** What an entry of the ledger is called that changes nothing. */
export const NOT_APPLIED: Bilingual = { en: 'Not applied', de: 'Nicht angewandt' };

/** Why an entry of the ledger changes nothing. */
export const REFUSALS: WordsFor<RefusedEntry['reason']> = {
  'rule-knows-none': {
    en: 'the rule of this clock knows no such change',
    de: 'die Regel dieser Frist kennt das nicht',
  },
  'not-reported-before': {
    en: 'it was not reported before: the period goes on',
    de: 'es wurde zuvor nicht gemeldet: Die Frist läuft weiter',
  },
  'after-the-end': { en: 'the period was over by then', de: 'die Frist war da schon abgelaufen' },
  'not-later': { en: 'it ends no later than before', de: 'sie endet nicht später als zuvor' },
  'ends-before-it-begins': { en: 'it ends before it begins', de: 'es endet, bevor es beginnt' },
};
