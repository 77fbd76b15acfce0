import type { Bilingual } from '../clock.ts';
import type { Applicability, ClockRule, ElementId, ElementRule, LegalBasis } from '../legal-basis.ts';
import type { Source } from '../source.ts';
import { ELEMENT_LABELS } from './elements.ts';
import { known } from './sources.ts';

/** One required element, with the label that all bases share unless this one asks for something else by it. */
export function element(
  id: ElementId,
  weight: ElementRule['weight'],
  source: Source,
  label: Bilingual = ELEMENT_LABELS[id],
): ElementRule {
  return { element: id, weight, label, source };
}

/** The place of the platform's establishment, whose calendar governs most of our own duties. */
export const ESTABLISHMENT = { place: 'DE-BE', zone: 'Europe/Berlin' } as const;

/** What is ours alone and no rule of law. */
export const OWN_POLICY = known('Policy of the platform; no rule of law');

/** How long a closed case is kept: the limitation period, three years from the end of the year. */
export const LIMITATION = known('BGB §§ 195 and 199 for the retention');
export const RETENTION_YEARS = 4;

/** Room for the Union's neighbours (EEA, Switzerland, United Kingdom) and a few more: beyond, it is the world by a list. */
const COUNTRIES_BEYOND_DEFAULT = 10;
const MANY_ITEMS = 10;

/** A second person looks before the effect where a decision is wide or weighty. */
export const WHEN_WIDE = {
  rule: 'when-wide',
  itemsAbove: MANY_ITEMS,
  countriesBeyond: COUNTRIES_BEYOND_DEFAULT,
  withinHours: null,
} as const satisfies LegalBasis['fourEyes'];

/** A second person looks at every decision before its effect. */
export const ALWAYS = {
  rule: 'always',
  itemsAbove: null,
  countriesBeyond: null,
  withinHours: null,
} as const satisfies LegalBasis['fourEyes'];

/** No second person is asked for. */
export const NEVER = {
  rule: 'never',
  itemsAbove: null,
  countriesBeyond: null,
  withinHours: null,
} as const satisfies LegalBasis['fourEyes'];

/** Whom a basis binds and since when; null where its entry into force was not verified. */
export function applicability(
  binds: Applicability['binds'],
  inForceFrom: string | null,
  source: Source,
): Applicability {
  return { binds, inForceFrom, source };
}

/** Words of a basis in both languages. */
export function terms(...pairs: readonly (readonly [string, string])[]): Bilingual[] {
  return pairs.map(([en, de]) => ({ en, de }));
}

/** A statutory deadline of ours in Berlin, from the receipt, owed to the sender, in force, unless said otherwise. */
export function clock(
  id: string,
  period: ClockRule['period'],
  source: Source,
  particulars: Partial<Omit<ClockRule, 'clock' | 'period' | 'source'>> = {},
): ClockRule {
  return {
    clock: id,
    kind: 'statutory',
    direction: 'our-deadline',
    startsAt: 'receipt',
    ...ESTABLISHMENT,
    inForce: 'yes',
    shownTo: ['sender', 'authority'],
    ...particulars,
    period,
    source,
  };
}
