import type { Bilingual } from './clock.ts';

/** Why a day does not count: a weekend day by its ISO number, or a public holiday by its name. */
export type NotWorking =
  | { readonly kind: 'weekend'; readonly weekday: 6 | 7 }
  | { readonly kind: 'holiday'; readonly name: Bilingual };

/** Units of civil periods. */
export type CivilUnit = 'days' | 'weeks' | 'months' | 'years';

/**
 * One act of a computation. Instants are RFC 3339 UTC, dates ISO 8601; each entry holds all that its sentence says, so
 * that the sentences recompute to the result.
 */
export type TraceEntry =
  | { readonly kind: 'started'; readonly at: string; readonly zone: string; readonly place: string }
  | { readonly kind: 'hours-added'; readonly from: string; readonly hours: number; readonly to: string }
  | { readonly kind: 'start-day-not-counted'; readonly date: string }
  | {
      readonly kind: 'civil-added';
      readonly from: string;
      readonly amount: number;
      readonly unit: CivilUnit;
      readonly to: string;
      /** True when the month of the end has no such day and its last day stands in. */
      readonly shortened: boolean;
    }
  | { readonly kind: 'day-counted'; readonly date: string; readonly number: number; readonly of: number }
  | { readonly kind: 'day-not-counted'; readonly date: string; readonly because: NotWorking }
  | {
      readonly kind: 'time-counted';
      readonly date: string;
      readonly from: string;
      readonly to: string;
      readonly milliseconds: number;
      readonly remaining: number;
    }
  | { readonly kind: 'roll-skipped'; readonly date: string; readonly because: NotWorking }
  | { readonly kind: 'rolled'; readonly to: string }
  | { readonly kind: 'not-rolled'; readonly date: string; readonly because: NotWorking }
  | { readonly kind: 'ordered'; readonly at: string }
  | { readonly kind: 'ends-with-day'; readonly date: string; readonly at: string; readonly zone: string }
  | { readonly kind: 'ends-at'; readonly at: string; readonly zone: string };

/** A computed period: when it expires, its last day where it has one, and how that came about. */
export interface ComputedPeriod {
  /** RFC 3339 UTC. */
  readonly dueAt: string;
  /** ISO 8601, for civil periods. */
  readonly dueDate: string | null;
  readonly trace: readonly TraceEntry[];
}
