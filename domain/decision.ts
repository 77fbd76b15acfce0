import * as z from 'zod';
import { Disclosure, HandOver } from './disclosure.ts';
import { InstantText } from './instant.ts';
import { Component } from './item.ts';
import { Territory } from './territory.ts';
import { CATEGORIES } from './transparency-database/enumerations.ts';

/** What is done to an item. */
export const Action = z.enum(['disable', 'remove', 'age-restrict', 'demote', 'mute', 'label', 'none']);
export type Action = z.infer<typeof Action>;

/**
 * The outcome a decider chooses: `disclosed` and `refused` on a demand for information, `upheld` and `reject` on a
 * complaint, all but those three on the rest.
 */
export const DecisionOutcome = z.enum([
  'restrict',
  'reject',
  'duplicate',
  'already-unavailable',
  'disclosed',
  'refused',
  'upheld',
]);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

/** The ground of a decision (DSA Art 17(3)(d) and (e)). */
export const Ground = z.strictObject({
  type: z.enum(['illegal', 'terms']),
  provision: z.string().min(1).max(500),
  explanation: z.string().min(1).max(2_000),
  /** What the content is about, as the DSA Transparency Database sorts it; without one, what the legal basis says. */
  category: z.enum(CATEGORIES).optional(),
});
export type Ground = z.infer<typeof Ground>;

/** Use of automated means (DSA Art 17(3)(c)). */
export const Automation = z.strictObject({
  detection: z.boolean(),
  decision: z.enum(['fully-automated', 'partially-automated', 'not-automated']),
});
export type Automation = z.infer<typeof Automation>;

/** What is decided for one item: never wider than its components, territories and end. */
export const ItemDecision = z.strictObject({
  itemId: z.string().min(1).max(64),
  action: Action,
  components: z.array(Component).max(8).default([]),
  territories: z.array(Territory).max(260).default([]),
  until: InstantText.nullable().default(null),
  /** Why nothing is done to it, for the one who asked. */
  reason: z.string().min(1).max(2_000).optional(),
});
export type ItemDecision = z.infer<typeof ItemDecision>;

/** The body of `POST /v1/cases/{caseId}/decision`. */
export const DecisionRequest = z.strictObject({
  leaseId: z.string().min(1).max(128),
  outcome: DecisionOutcome,
  ground: Ground.nullable().default(null),
  facts: z.string().max(5_000).default(''),
  items: z.array(ItemDecision).max(5_000).default([]),
  automation: Automation.default({ detection: false, decision: 'not-automated' }),
  /** Whether the content is journalistic or political, so that a second person looks at its restriction. */
  protectedSpeech: z
    .boolean()
    .default(false)
    .describe('Journalistic or political content: restricting it may need a second person.'),
  /** A crisis, in which a legal basis may let nobody be heard before. */
  crisis: z.boolean().default(false).describe('A crisis: those whom the law wants heard before are not waited for.'),
  /** For `duplicate`: the id of the earlier case; its reference is told to a sender who is the same. */
  duplicateOf: z.string().min(1).max(64).optional(),
  /** For `disclosed`: the package that is to be handed over. */
  disclosure: Disclosure.optional(),
  /** For `reject` on a complaint. */
  manifestlyUnfounded: z
    .boolean()
    .default(false)
    .describe('A complaint that is rejected since it is manifestly unfounded: those of one sender are counted.'),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/**
 * A decision as recorded. Its text (ground, facts) and its items lie encrypted in the document store under
 * `documentKey`; the record carries codes and counts only.
 */
export const DecisionRecord = z.object({
  decisionId: z.string(),
  caseId: z.string(),
  outcome: DecisionOutcome,
  /**
   * `restrict` puts restrictions in place; `confirm` and `overturn` judge an act-first; `reverse` takes back; `disclose`
   * hands data over to whoever demanded it; `uphold` has a complaint carried out on the case complained of.
   */
  effect: z.enum(['restrict', 'none', 'confirm', 'overturn', 'reverse', 'disclose', 'uphold']),
  decidedBy: z.string(),
  decidedByRule: z.boolean(),
  decidedAt: z.iso.datetime(),
  /** Null for a decision that takes another back: it rests on its own reason, not on the ground of that one. */
  groundType: z.enum(['illegal', 'terms', 'order']).nullable(),
  itemCount: z.int().nonnegative(),
  territories: z.array(z.string()),
  until: z.iso.datetime().nullable(),
  /** When the first of its limited effects ends; absent or null when none is limited. */
  firstEndAt: z.iso.datetime().nullish(),
  automation: Automation,
  documentKey: z.string(),
  fourEyes: z.boolean(),
  /** Whether the decider called the content journalistic or political; absent where nobody was asked. */
  protectedSpeech: z.boolean().optional(),
  /** Whether the decider called it a crisis, so that nobody was heard before; absent where it was none. */
  crisis: z.literal(true).optional(),
  /** For `reverse` and `overturn`: the decision whose effects are taken back. */
  reverses: z.string().nullable(),
  /** Of what takes back a part alone: the items whose restriction it lifts; absent where it lifts all that is left. */
  lifts: z.array(z.string()).min(1).optional(),
  /** Why restrictions are taken back, where that is for the law, a rule or another case to say; else absent. */
  because: z.enum(['counter-notice', 'scrutiny', 'complaint-upheld']).optional(),
  /** Of what takes restrictions back since a complaint was upheld: the case of that complaint. */
  complaintCase: z.string().optional(),
  /** Whether a complaint was called manifestly unfounded; absent where it was not. */
  manifestlyUnfounded: z.literal(true).optional(),
  /** For a further act on an order that was added to: the decision whose restrictions it goes on with. */
  goesOnWith: z.string().optional(),
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;

/** The items of a decision whose restriction later ones lifted in part. */
export function liftedInPart(decisions: readonly DecisionRecord[], decisionId: string): ReadonlySet<string> {
  return new Set(decisions.flatMap(({ reverses, lifts = [] }) => (reverses === decisionId ? lifts : [])));
}

/** The text and the items of a decision, kept encrypted. */
export const DecisionDocument = z.object({
  ground: Ground.nullable(),
  facts: z.string(),
  /** Why restrictions are taken back, by a reversal or since the order was withdrawn. */
  reason: z.string().optional(),
  items: z.array(ItemDecision),
  /** The reference of the earlier case, where that came from the same sender. */
  duplicateOf: z.string().optional(),
  /** The package that is handed over on a demand for information. */
  disclosure: Disclosure.optional(),
});
export type DecisionDocument = z.infer<typeof DecisionDocument>;

/** The second pair of eyes' answer. */
export const ApprovalVerdict = z.enum(['approve', 'return', 'cancel']);
export type ApprovalVerdict = z.infer<typeof ApprovalVerdict>;

/** The body of `POST /v1/cases/{caseId}/approval`. */
export const ApprovalRequest = z.strictObject({
  verdict: ApprovalVerdict,
  reason: z.string().min(1).max(2_000),
  /** The decision that was looked at: with another one waiting by now, nothing is recorded. */
  decisionId: z.string().min(1).max(200).optional(),
  /** For the approval of a disclosure, and needed there: that the package was handed over. */
  handOver: HandOver.optional(),
});
export type ApprovalRequest = z.infer<typeof ApprovalRequest>;

/** An approval as recorded. */
export const ApprovalRecord = z.object({
  decisionId: z.string(),
  verdict: ApprovalVerdict,
  approvedBy: z.string(),
  approvedAt: z.iso.datetime(),
  /** Where the reason lies, encrypted. */
  documentKey: z.string().nullable().default(null),
  /** When whoever approved a disclosure handed the package over; absent for every other decision. */
  handedOverAt: z.iso.datetime().optional(),
});
export type ApprovalRecord = z.infer<typeof ApprovalRecord>;
