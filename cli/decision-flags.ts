import type { CaseView } from '#domain/api/case-views';
import { outreachesItsLaw } from '#domain/breadth';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { Action, DecisionOutcome, Ground, type ItemDecision } from '#domain/decision';
import type { ReadArguments } from './arguments.ts';
import { categoryNamed, SHORT_CATEGORIES } from './category.ts';
import { choice } from './choice.ts';
import { UsageError } from './command.ts';
import { type ChosenItem, chooseItems, ITEM_FLAGS, restrictedUnfound } from './decision-items.ts';
import { DISCLOSURE_FLAGS, disclosureFrom } from './disclosure-flags.ts';
import { refuse } from './refuse-flags.ts';

/** The flags of which a decision is made. */
export const DECISION_FLAGS = [
  'outcome',
  ...ITEM_FLAGS,
  ...DISCLOSURE_FLAGS,
  ...['ground', 'category', 'provision', 'explanation', 'facts', 'duplicate-of'],
] as const;

/** The switch that calls the content journalistic or political, so that a second person looks at its restriction. */
export const PROTECTED_SPEECH = 'protected-speech';

/** The switch that calls it a crisis, in which those whom the law wants heard before are not waited for. */
export const CRISIS = 'crisis';

/** The switch that calls a complaint that is rejected manifestly unfounded. */
export const MANIFESTLY_UNFOUNDED = 'manifestly-unfounded';

/** What is said of a restriction, or of the rejection of a complaint, by a switch. */
export interface Switches {
  readonly protectedSpeech: boolean;
  readonly crisis: boolean;
  readonly manifestlyUnfounded?: boolean;
}

const NEITHER: Switches = { protectedSpeech: false, crisis: false };

type Text = ReadArguments['text'];

/** A decision as flags say it: the body to send without its lease, and what it does to each item, to be told. */
export interface FlaggedDecision {
  readonly body: object;
  /** Null where no item is decided upon. */
  readonly items: readonly ChosenItem[] | null;
  /** True when it confirms what a rule decided before anybody looked. */
  readonly confirms: boolean;
  /** The ids of items that it restricts although they were not found. */
  readonly unfound: readonly string[];
  /** Set where it goes further than the law that it names. */
  readonly outreach: Outreach | null;
}

/** A provision, and the countries in which a restriction rests on it. */
export interface Outreach {
  readonly provision: string;
  readonly territories: readonly string[];
}

/** Makes a decision of flags and of what the demand asks for. @throws UsageError for a flag that would go nowhere */
export function decisionFrom(text: Text, view: CaseView, switches: Switches = NEITHER): FlaggedDecision {
  const { protectedSpeech, crisis, manifestlyUnfounded = false } = switches;
  const outcome = choice('outcome', text['outcome'], DecisionOutcome.options);
  const { ground, facts } = wordsOf(outcome, text);
  if (manifestlyUnfounded && outcome !== 'reject') {
    throw new UsageError(`--${MANIFESTLY_UNFOUNDED} belongs to --outcome reject.`);
  }
  if (outcome !== 'duplicate') refuse(text, ['duplicate-of'], 'belongs to --outcome duplicate');
  const disclosure = disclosureFrom(outcome, text);
  if (outcome !== 'restrict') {
    refuse(text, ITEM_FLAGS, `belongs to --outcome restrict: ${outcome} restricts nothing`);
    if (protectedSpeech) throw new UsageError(`--${PROTECTED_SPEECH} belongs to --outcome restrict.`);
    if (crisis) throw new UsageError(`--${CRISIS} belongs to --outcome restrict.`);
    const earlier = text['duplicate-of'];
    const said = {
      ...(earlier !== undefined && { duplicateOf: earlier }),
      ...(manifestlyUnfounded && { manifestlyUnfounded }),
    };
    const body = { outcome, ground, facts, ...said, ...disclosure };
    const confirms = outcome === 'reject' && isKeptByRule(view);
    return { body, items: null, confirms, unfound: [], outreach: null };
  }
  const common = { outcome, ground, facts, protectedSpeech, ...(crisis && { crisis }) };
  if (standsAsItIs(text, view)) {
    return { body: { ...common, items: [] }, items: null, confirms: true, unfound: [], outreach: null };
  }
  const action = choice('action', text['action'] ?? 'disable', Action.exclude(['none']).options);
  const items = chooseItems(text, action, view);
  const body = { ...common, items: items.map(withoutOrigin) };
  const unfound = restrictedUnfound(items, view);
  return { body, items, confirms: false, unfound, outreach: outreachOf(ground, items, view) };
}

/** What a rule left as it is, is confirmed by whoever rejects the demand. */
function isKeptByRule({ decision }: CaseView): boolean {
  return decision?.decidedByRule === true && decision.effect === 'none';
}

/** What was acted on first is confirmed as it is in force, unless a flag says how; the answer says what differs. */
function standsAsItIs(text: Text, { items }: CaseView): boolean {
  const inForce = items.some(({ effects }) => Object.keys(effects).length > 0);
  return inForce && ITEM_FLAGS.every((flag) => text[flag] === undefined);
}

function outreachOf(ground: Ground | null, items: readonly ChosenItem[], view: CaseView): Outreach | null {
  const basis = findLegalBasis(view.legalBasis, view.legalBasisVersion);
  const territories = [...new Set(items.flatMap((item) => item.territories))];
  if (basis === null || ground === null || !outreachesItsLaw(basis, ground, territories)) return null;
  return { provision: ground.provision, territories };
}

function withoutOrigin({ because: _because, components, territories, ...item }: ChosenItem): ItemDecision {
  return { ...item, components: [...components], territories: [...territories] };
}

/** The ground and the facts; an explanation without a provision is the facts of an outcome that restricts nothing. */
function wordsOf(outcome: DecisionOutcome, text: Text): { readonly ground: Ground | null; readonly facts: string } {
  const { provision, explanation, facts } = text;
  if (provision !== undefined) {
    if (explanation === undefined) throw new UsageError('--provision needs --explanation: why it applies.');
    const type = choice('ground', text['ground'] ?? 'illegal', Ground.shape.type.options);
    const short = text['category'];
    const category = short === undefined ? undefined : categoryNamed(choice('category', short, SHORT_CATEGORIES));
    const ground = { type, provision, explanation, ...(category !== undefined && { category }) };
    return { ground, facts: facts ?? '' };
  }
  refuse(text, ['ground', 'category'], 'needs --provision');
  if (explanation === undefined) return { ground: null, facts: facts ?? '' };
  if (outcome === 'restrict') throw new UsageError('--explanation needs --provision: the rule that it explains.');
  if (facts === undefined) return { ground: null, facts: explanation };
  throw new UsageError(
    '--explanation needs --provision when there are --facts: name the rule, or put all words into --facts.',
  );
}
