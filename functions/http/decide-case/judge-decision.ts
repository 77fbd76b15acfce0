import * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { DecisionRecord, DecisionRequest, ItemDecision } from '#domain/decision';
import { type EffectProblem, expandEffects } from '#domain/effects';
import { judgeFourEyes } from '#domain/four-eyes';
import { normalInstant } from '#domain/instant';
import { Item } from '#domain/item';
import type { LegalBasis } from '#domain/legal-basis';
import { type Answer, type Fault, problem } from '#runtime/problem';
import type { DocumentStore } from '../../ports/vault.ts';
import { effectOf } from '../shared/decision-effect.ts';

/** A decision that can be carried out. */
export interface JudgedDecision {
  /** The items as decided, with every territory spelled out. */
  readonly items: ItemDecision[];
  readonly territories: readonly string[];
  /** When the last limited effect ends; null when one has no end. */
  readonly until: string | null;
  readonly fourEyes: boolean;
  /** What it does, given the decision whose restrictions are in force. */
  readonly effect: (inForce: DecisionRecord | null) => ReturnType<typeof effectOf>;
}

/** Judges whether a decision can be carried out as written; a problem document names everything that is wrong. */
export async function judgeDecision(
  documents: Pick<DocumentStore, 'get'>,
  record: CaseRecord,
  body: DecisionRequest,
  now: string,
): Promise<JudgedDecision | Answer> {
  const basis = findLegalBasis(record.legalBasis, record.legalBasisVersion);
  if (basis === null) return problem(409, `The catalogue no longer holds ${record.legalBasis}.`);
  const faults = formFaults(body, record);
  if (faults.length > 0) return problem(400, 'The decision lacks what its outcome needs.', faults);
  const effect = (inForce: DecisionRecord | null): ReturnType<typeof effectOf> => effectOf(body.outcome, inForce);
  if (body.outcome !== 'restrict') {
    return { items: [], territories: [], until: null, fourEyes: fourEyesOf(basis, []), effect };
  }
  // Confirming what a rule did needs no list of items: it stands as it is.
  if (body.items.length === 0) {
    const { territories } = record;
    return { items: [], territories, until: null, fourEyes: fourEyesOf(basis, []), effect };
  }
  const items = z.array(Item).parse(await documents.get(`${record.caseId}/case/items`));
  const expanded = expandEffects(body.items, items, basis, now);
  if (expanded.kind === 'refused') {
    return problem(400, 'The decision cannot be carried out as written.', faultsOf(expanded.problems, body));
  }
  const decided: ItemDecision[] = [
    ...expanded.effects.map((planned) => ({ ...planned })),
    ...body.items.filter((item) => item.action === 'none'),
  ];
  const ends = expanded.effects.map((planned) => planned.until);
  const until = ends.some((end) => end === null)
    ? null
    : (ends
        .flatMap((end) => end ?? [])
        .sort()
        .at(-1) ?? null);
  return {
    items: decided,
    territories: [...new Set(expanded.effects.flatMap((planned) => planned.territories))].sort(),
    until: until === null ? null : normalInstant(until),
    fourEyes: fourEyesOf(basis, decided),
    effect,
  };
}

function fourEyesOf(basis: LegalBasis, items: readonly ItemDecision[]): boolean {
  return judgeFourEyes(basis, { items, protectedSpeech: false }).needed;
}

function formFaults({ outcome, ground, items }: DecisionRequest, record: CaseRecord): Fault[] {
  if (outcome !== 'restrict') {
    const stray = items.some((item) => item.action !== 'none');
    return stray ? [{ path: 'items', message: `the outcome ${outcome} restricts nothing` }] : [];
  }
  const confirms = record.firstEffectAt !== null;
  return [
    ...(ground === null && !confirms ? [{ path: 'ground', message: 'a restriction needs its ground' }] : []),
    ...(!confirms && items.every((item) => item.action === 'none')
      ? [{ path: 'items', message: 'a restriction names at least one item to restrict' }]
      : []),
  ];
}

const REASONS: Readonly<Record<EffectProblem['reason'], string>> = {
  'unknown-item': 'the case has no such item',
  'not-located': 'the item could not be located on the platform',
  'decided-twice': 'the item is decided twice',
  'wider-than-basis': 'the territories are wider than the legal basis allows',
  'already-over': 'the end lies in the past',
};

function faultsOf(problems: readonly EffectProblem[], { items }: DecisionRequest): Fault[] {
  return problems.map(({ itemId, reason }) => ({
    path: `items.${items.findIndex((item) => item.itemId === itemId)}`,
    message: REASONS[reason],
  }));
}
