import type { DangerSignal } from './danger-words.ts';
import type { ElementId, ElementRule, LegalBasis } from './legal-basis.ts';
import type { Role } from './party.ts';

/** How complete a request is: whether it can go on, must wait to be located, or came through the wrong facts. */
export type CompletenessVerdict = 'complete' | 'incomplete-locatable' | 'unlocatable' | 'wrong-door';

/**
 * The judgement, what to ask for (in the order of the basis), formal elements whose lack is only noted, and absent ones
 * from which the law exempts this request.
 */
export interface Completeness {
  readonly verdict: CompletenessVerdict;
  readonly missing: readonly ElementId[];
  readonly noted: readonly ElementId[];
  readonly exempt: readonly ElementId[];
}

/** What is known of a request besides its elements. */
export interface RequestFacts {
  /** The signals of danger found in its words. */
  readonly signals?: readonly DangerSignal[] | undefined;
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
  facts: RequestFacts = {},
): Completeness {
  const has = (rule: ElementRule): boolean =>
    rule.weight === 'locates' ? anyItemLocatable && present.includes(rule.element) : present.includes(rule.element);
  const absent = basis.elements.filter((rule) => !has(rule));
  const lacking = absent.filter((rule) => !isExempt(rule, facts.signals));
  const exempt = absent.filter((rule) => !lacking.includes(rule)).map((rule) => rule.element);
  const missing = lacking.filter((rule) => rule.weight !== 'formal').map((rule) => rule.element);
  const noted = lacking.filter((rule) => rule.weight === 'formal').map((rule) => rule.element);
  return { verdict: verdictOf(basis, missing, anyItemLocatable, facts), missing, noted, exempt };
}

/**
 * Tells whether the law lets the sender of a request give no address: then nobody is owed a message who gave none. Not
 * so where an address is merely missing.
 */
export function mayHideAddress(basis: LegalBasis, signals: readonly DangerSignal[]): boolean {
  return basis.elements.some((rule) => rule.element === 'email' && isExempt(rule, signals));
}

function isExempt({ exempt }: ElementRule, signals: readonly DangerSignal[] = []): boolean {
  return exempt !== undefined && signals.includes(exempt.signal);
}

function verdictOf(
  basis: LegalBasis,
  missing: readonly ElementId[],
  anyItemLocatable: boolean,
  facts: RequestFacts,
): CompletenessVerdict {
  if (facts.submitter !== undefined && !basis.submitters.includes(facts.submitter)) return 'wrong-door';
  if (!anyItemLocatable) return facts.everythingElsewhere === true ? 'wrong-door' : 'unlocatable';
  return missing.length === 0 ? 'complete' : 'incomplete-locatable';
}
