import type { ElementId, ElementRule, LegalBasis } from './legal-basis.ts';
import type { Role } from './party.ts';

/** How complete a request is: whether it can go on, must wait to be located, or came through the wrong door. */
export type CompletenessVerdict = 'complete' | 'incomplete-locatable' | 'unlocatable' | 'wrong-door';

/** The judgement, what to ask for (in the order of the basis), and formal elements whose lack is only noted. */
export interface Completeness {
  readonly verdict: CompletenessVerdict;
  readonly missing: readonly ElementId[];
  readonly noted: readonly ElementId[];
}

/** What may show that a request came through the wrong door. */
export interface DoorFacts {
  /** The role of the sender at the API, where known. */
  readonly submitter?: Role | undefined;
  /** True when every item named lies on somebody else's site. */
  readonly everythingElsewhere?: boolean | undefined;
}

/**
 * Judges which required elements are there. A request that names no item we can find is unlocatable; one that names at
 * least one goes on to review, and what is missing is asked for meanwhile.
 */
export function judgeCompleteness(
  basis: LegalBasis,
  present: readonly ElementId[],
  anyItemLocatable: boolean,
  door: DoorFacts = {},
): Completeness {
  const has = (rule: ElementRule): boolean =>
    rule.weight === 'locates' ? anyItemLocatable && present.includes(rule.element) : present.includes(rule.element);
  const lacking = basis.elements.filter((rule) => !has(rule));
  const missing = lacking.filter((rule) => rule.weight !== 'formal').map((rule) => rule.element);
  const noted = lacking.filter((rule) => rule.weight === 'formal').map((rule) => rule.element);
  return { verdict: verdictOf(basis, missing, anyItemLocatable, door), missing, noted };
}

function verdictOf(
  basis: LegalBasis,
  missing: readonly ElementId[],
  anyItemLocatable: boolean,
  door: DoorFacts,
): CompletenessVerdict {
  if (door.submitter !== undefined && !basis.submitters.includes(door.submitter)) return 'wrong-door';
  if (!anyItemLocatable) return door.everythingElsewhere === true ? 'wrong-door' : 'unlocatable';
  return missing.length === 0 ? 'complete' : 'incomplete-locatable';
}
