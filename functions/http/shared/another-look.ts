import type { CaseRecord } from '#domain/case';
import type { InformationRow } from '#domain/case-rows';
import type { DecisionRecord } from '#domain/decision';
import type { ElementId, LegalBasis } from '#domain/legal-basis';
import type { Doorbell } from '../../ports/case-store.ts';
import { doorbellOf } from './taking-back.ts';

/** What a piece of information brings to a demand. */
export interface Brought {
  /** How many items it names. */
  readonly items: number;
  /** The elements it fills. */
  readonly filled: readonly ElementId[];
  /** Whether it changes what the demand asks for. */
  readonly reshapes: boolean;
  /** Whether it amends an order. */
  readonly amends: boolean;
}

/**
 * What is to become of a demand for which something arrived: `none`: it goes on as it is; `now`: it is validated once
 * more, the run that waits being rung; `review`: so is the run, but only for a person to decide anew; `later`: it is
 * validated once what is under way has ended; `too-late`: it can not be any more.
 */
export type AnotherLook =
  | { readonly kind: 'none' | 'later' | 'too-late' }
  | { readonly kind: 'now' | 'review'; readonly doorbell: Doorbell | null };

const NONE = { kind: 'none' } as const;

/**
 * Judges whether a demand is validated once more. A person can decide only what was located, so items named before
 * anything took effect are looked for first. An order that is acted on first is besides when it is no longer
 * incomplete, and when it names further items, whoever has acted on it: `current` is the decision it stands on. No
 * decision made before further items or an amendment arrived is approved; once one is carried out, nothing is added.
 */
export function anotherLook(
  record: CaseRecord,
  basis: LegalBasis,
  { items, filled, reshapes, amends }: Brought,
  current: DecisionRecord | null,
): AnotherLook {
  const { state, firstEffectAt, missing } = record;
  const doorbell = doorbellOf(state);
  const now = { kind: 'now', doorbell } as const;
  const further = record.actFirst && items > 0;
  const isHeard = basis.hearing?.opens === 'before-review' && !record.hearing;
  const completes =
    (basis.actFirst !== 'no' || isHeard) && missing.some((element) => filled.some((given) => given === element));
  const again = firstEffectAt === null ? items > 0 || reshapes || completes : further;
  switch (state) {
    case 'awaiting-information':
      return now;
    case 'validating':
      return items > 0 || filled.length > 0 || reshapes ? now : NONE;
    case 'in-review':
      return again ? now : NONE;
    case 'awaiting-approval':
      if (again) return now;
      return items > 0 || amends ? { kind: 'review', doorbell } : NONE;
    case 'acting':
    case 'proving':
    case 'notifying':
      if (items === 0) return NONE;
      return further && isRuled(current) ? { kind: 'later' } : { kind: 'too-late' };
    case 'restoring':
    case 'sealing':
      return items > 0 ? { kind: 'too-late' } : NONE;
    case 'awaiting-response':
      return items > 0 ? { kind: 'too-late' } : NONE;
    case 'received':
    case 'closed':
      return NONE;
  }
}

/** Tells whether a person is yet to review what a rule has decided: then what was added is acted on before. */
function isRuled(decision: DecisionRecord | null): boolean {
  return decision?.effect === 'restrict' && decision.decidedByRule;
}

/** What a piece may bring to an order that is acted on first, as its row says; nothing to any other demand. */
export function clarifiedBy(
  record: Pick<CaseRecord, 'actFirst' | 'missing'>,
  basis: LegalBasis,
  look: AnotherLook,
): Pick<InformationRow, 'clarifies'> {
  if (basis.actFirst === 'no' || (look.kind !== 'now' && look.kind !== 'later')) return {};
  if (record.actFirst) return { clarifies: record.missing.length > 0 ? 'rest' : 'items' };
  return record.missing.length > 0 ? { clarifies: 'missing' } : {};
}
