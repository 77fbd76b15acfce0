import * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { DecisionRequest, ItemDecision } from '#domain/decision';
import { type EffectProblem, expandEffects, type PlannedEffect } from '#domain/effects';
import { judgeFourEyes } from '#domain/four-eyes';
import { normalInstant } from '#domain/instant';
import { Item } from '#domain/item';
import type { LegalBasis } from '#domain/legal-basis';
import { type Answer, type Fault, problem } from '#runtime/problem';
import type { Platform } from '../../ports/outside.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { refuseAbsent } from './absent-items.ts';
import { asInForce, refuseOtherThanInForce } from './confirm-standing.ts';
import type { Before } from './standing.ts';

/** A decision that can be carried out. */
export interface JudgedDecision {
  /** The items as decided, with every territory spelled out. */
  readonly items: ItemDecision[];
  readonly territories: readonly string[];
  /** When the last limited effect ends; null when one has no end. */
  readonly until: string | null;
  /** When the first limited effect ends; null when none is limited. */
  readonly firstEndAt: string | null;
  readonly fourEyes: boolean;
}

/** The ports that a decision is judged through. */
export interface JudgingPorts {
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly platform: Pick<Platform, 'describe'>;
}

/**
 * Judges whether a decision can be carried out as written, or stands as written where something is in force already; a
 * problem document names everything that is wrong.
 */
export async function judgeDecision(
  { documents, platform }: JudgingPorts,
  record: CaseRecord,
  body: DecisionRequest,
  { standing, kept }: Before,
  now: string,
): Promise<JudgedDecision | Answer> {
  const basis = findLegalBasis(record.legalBasis, record.legalBasisVersion);
  if (basis === null) return problem(409, `The catalogue no longer holds ${record.legalBasis}.`);
  const faults = procedureFaults(basis, body);
  if (faults.length > 0) return problem(400, 'The legal basis knows no such decision.', faults);
  const lacking = formFaults(body, standing !== null, kept);
  if (lacking.length > 0) return problem(400, 'The decision lacks what its outcome needs.', lacking);
  if (body.outcome !== 'restrict') return judged(basis, body, [], []);
  // Confirming what a rule did needs no list of items: it stands as it is.
  if (standing !== null && body.items.length === 0) return judged(basis, body, standing.effects, []);
  const items = z.array(Item).parse(await documents.get(`${record.caseId}/case/items`));
  const said = standing === null ? body.items : asInForce(body.items, standing);
  const absent = await refuseAbsent(platform, record, said, items);
  if (absent !== null) return absent;
  const expanded = expandEffects(said, items, basis, now);
  if (expanded.kind === 'refused') {
    return problem(400, 'The decision cannot be carried out as written.', faultsOf(expanded.problems, body));
  }
  const other = standing === null ? null : refuseOtherThanInForce(expanded.effects, body.items, standing);
  return other ?? judged(basis, body, expanded.effects, said);
}

function judged(
  basis: LegalBasis,
  { protectedSpeech }: DecisionRequest,
  effects: readonly PlannedEffect[],
  said: readonly ItemDecision[],
): JudgedDecision {
  const items: ItemDecision[] = [...effects, ...said.filter((item) => item.action === 'none')];
  const ends = effects.flatMap(({ until }) => (until === null ? [] : normalInstant(until))).toSorted();
  return {
    items,
    territories: [...new Set(effects.flatMap(({ territories }) => territories))].sort(),
    until: ends.length < effects.length ? null : (ends.at(-1) ?? null),
    firstEndAt: ends[0] ?? null,
    fourEyes: judgeFourEyes(basis, { items, protectedSpeech }).needed,
  };
}

type Outcome = DecisionRequest['outcome'];

/** The outcomes that a procedure has for itself; every other one is of demands that ask for a removal. */
const OUTCOMES_OF: Readonly<Record<NonNullable<LegalBasis['procedure']>, readonly Outcome[]>> = {
  'information-demand': ['disclosed', 'refused'],
  complaint: ['upheld', 'reject'],
};

function procedureFaults({ procedure, ...basis }: LegalBasis, body: DecisionRequest): Fault[] {
  const { outcome, disclosure, automation, manifestlyUnfounded } = body;
  if (procedure === undefined && outcome !== 'reject') {
    const elsewhere = Object.values(OUTCOMES_OF).flat();
    if (elsewhere.includes(outcome)) return [{ path: 'outcome', message: NO_DEMAND }];
  }
  if (procedure !== undefined && !OUTCOMES_OF[procedure].includes(outcome)) {
    const open = OUTCOMES_OF[procedure].join(' or ');
    return [{ path: 'outcome', message: `${open}: nothing is restricted on it` }];
  }
  const misplaced = disclosure !== undefined && outcome !== 'disclosed';
  const unfounded = manifestlyUnfounded && (!basis.manifestlyUnfounded || outcome !== 'reject');
  return [
    ...(misplaced ? [{ path: 'disclosure', message: `the outcome ${outcome} hands nothing over` }] : []),
    ...(unfounded ? [{ path: 'manifestlyUnfounded', message: 'only a complaint that is rejected can be that' }] : []),
    ...(procedure === 'complaint' && automation.decision === 'fully-automated'
      ? [{ path: 'automation.decision', message: 'a complaint is not decided by automated means alone' }]
      : []),
  ];
}

const NO_DEMAND = 'disclosed and refused answer a demand for information alone, upheld a complaint alone';

/** What a rule decided is confirmed without further words: whoever asked was told why, and is told nothing more. */
function formFaults(request: DecisionRequest, confirms: boolean, kept: boolean): Fault[] {
  const { outcome, ground, facts, items, disclosure } = request;
  if (outcome === 'disclosed' && disclosure === undefined) {
    return [{ path: 'disclosure', message: 'names the package that is to be handed over' }];
  }
  if (outcome === 'refused' && ground === null) {
    return [{ path: 'ground', message: 'a refusal needs its ground: the provision, and why it applies' }];
  }
  if (outcome !== 'restrict') {
    const stray = items.some((item) => item.action !== 'none');
    const unexplained =
      (outcome === 'upheld' || (outcome === 'reject' && !kept)) &&
      (ground?.explanation ?? '').trim() === '' &&
      facts.trim() === '';
    return [
      ...(stray ? [{ path: 'items', message: `the outcome ${outcome} restricts nothing` }] : []),
      ...(unexplained ? [{ path: 'ground.explanation', message: EXPLAIN }] : []),
    ];
  }
  return [
    ...(ground === null && !confirms ? [{ path: 'ground', message: 'a restriction needs its ground' }] : []),
    ...(!confirms && items.every((item) => item.action === 'none')
      ? [{ path: 'items', message: 'a restriction names at least one item to restrict' }]
      : []),
  ];
}

const EXPLAIN = 'this outcome is explained to the one who asked: here, or in facts where it rests on no provision';

const REASONS: Readonly<Record<EffectProblem['reason'], string>> = {
  'unknown-item': 'the case has no such item',
  'not-located': 'the item could not be located on the platform',
  'decided-twice': 'the item is decided twice',
  'wider-than-basis': 'the territories are wider than the legal basis allows',
  'already-over': 'the end lies in the past',
  'end-not-stated':
    'the DSA Transparency Database, which is owed a statement, takes no end after 2037: decide an earlier end, or none',
};

function faultsOf(problems: readonly EffectProblem[], { items }: DecisionRequest): Fault[] {
  return problems.map(({ itemId, reason }) => ({
    path: `items.${items.findIndex((item) => item.itemId === itemId)}`,
    message: REASONS[reason],
  }));
}
