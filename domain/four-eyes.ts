import type { Action } from './decision.ts';
import type { Component } from './item.ts';
import type { LegalBasis } from './legal-basis.ts';
import { expandTerritories, isWithin } from './territory.ts';

/** Why a decision needs a second person. */
export type FourEyesReason =
  | 'always'
  | 'confirm-after'
  | 'worldwide'
  | 'account-wide'
  | 'many-items'
  | 'protected-speech';

/** What a decision does, as far as a second person is concerned. */
export interface DecisionWidth {
  readonly items: readonly {
    readonly action: Action;
    readonly components: readonly Component[];
    readonly territories: readonly string[];
  }[];
  /** True when the content is journalistic or political. */
  readonly protectedSpeech: boolean;
}

/** When a second person is needed, and whether the effect waits for that person or is confirmed afterwards. */
export interface FourEyes {
  readonly needed: boolean;
  readonly when: 'before-effect' | 'after-effect' | 'not-needed';
  readonly reasons: readonly FourEyesReason[];
  /** For `after-effect`: hours within which to confirm. */
  readonly withinHours: number | null;
}

const NOT_NEEDED: FourEyes = { needed: false, when: 'not-needed', reasons: [], withinHours: null };

/** Judges, for one decision, whether the basis wants a second pair of eyes and why. */
export function judgeFourEyes(basis: LegalBasis, decision: DecisionWidth): FourEyes {
  const { rule, withinHours } = basis.fourEyes;
  switch (rule) {
    case 'never':
      return NOT_NEEDED;
    case 'always':
      return { needed: true, when: 'before-effect', reasons: ['always'], withinHours: null };
    case 'confirm-after':
      return { needed: true, when: 'after-effect', reasons: ['confirm-after'], withinHours };
    case 'when-wide': {
      const reasons = widthReasons(basis, decision);
      return reasons.length === 0 ? NOT_NEEDED : { needed: true, when: 'before-effect', reasons, withinHours: null };
    }
  }
}

function widthReasons(basis: LegalBasis, decision: DecisionWidth): FourEyesReason[] {
  const { itemsAbove } = basis.fourEyes;
  const restricting = decision.items.filter((item) => item.action !== 'none');
  if (restricting.length === 0) return [];
  const found: readonly (readonly [FourEyesReason, boolean])[] = [
    [
      'worldwide',
      isWorldwide(
        basis,
        restricting.flatMap((item) => item.territories),
      ),
    ],
    ['account-wide', restricting.some((item) => item.components.includes('account'))],
    ['many-items', itemsAbove !== null && restricting.length > itemsAbove],
    ['protected-speech', decision.protectedSpeech],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** The world by name, or by a list: more countries beyond where the basis itself applies than its threshold allows. */
function isWorldwide({ territory, fourEyes }: LegalBasis, territories: readonly string[]): boolean {
  const countries = expandTerritories(territories);
  if (countries.includes('WORLD')) return true;
  const beyond = countries.filter((country) => !isWithin([country], territory.default));
  return fourEyes.countriesBeyond !== null && beyond.length > fourEyes.countriesBeyond;
}
