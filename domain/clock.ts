import * as z from 'zod';

/** How sure the source of a rule is; travels with the rule to every place where it is shown. */
export const Certainty = z.enum(['source-checked', 'known', 'uncertain']);
export type Certainty = z.infer<typeof Certainty>;

/** Whether a rule is in force at the start of the period. */
export const InForce = z.enum(['yes', 'no', 'unverified']);
export type InForce = z.infer<typeof InForce>;

/** One sentence in both languages. */
export const Bilingual = z.object({ en: z.string(), de: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

/** Whether the law, an order, a sender or our own target sets a clock. A target is never shown as law. */
export const ClockKind = z.enum(['statutory', 'ordered', 'requested', 'target']);
export type ClockKind = z.infer<typeof ClockKind>;

/** Whose clock it is; only `our-deadline` ranks the queue or can be breached. */
export const ClockDirection = z.enum(['our-deadline', 'earliest', 'hold-until', 'their-window']);
export type ClockDirection = z.infer<typeof ClockDirection>;

/** An entry of a clock's ledger: when its period began anew, why, and when it would have expired. */
export const ClockRestart = z.object({
  at: z.iso.datetime(),
  because: z.enum(['clarification']),
  dueBefore: z.iso.datetime(),
});

/** What changed a clock, on which ground, what shows it, and what it made of the end of the period. */
export const AppliedEntry = z.object({
  kind: z.enum(['restart', 'extension', 'pause', 'amendment']),
  because: z.string(),
  at: z.iso.datetime(),
  source: z.string(),
  certainty: Certainty,
  evidence: z.string(),
  dueBefore: z.iso.datetime(),
  dueAfter: z.iso.datetime(),
});
export type AppliedEntry = z.infer<typeof AppliedEntry>;

/** A clock with its computation: when it started, when it expires, by which rule, and how, in words. */
export const ComputedClock = z.object({
  clock: z.string(),
  legalBasis: z.string(),
  kind: ClockKind,
  direction: ClockDirection,
  startAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** The last day, for periods of days, weeks, months and business days. */
  dueDate: z.iso.date().optional(),
  place: z.string(),
  zone: z.string(),
  rule: z.string(),
  source: z.string(),
  certainty: Certainty,
  inForce: InForce,
  steps: z.array(Bilingual),
  /** Each time the period began anew, in order; absent when it never did. */
  restarts: z.array(ClockRestart).optional(),
  /** Everything that changed it since it started, in order; absent when nothing did. */
  ledger: z.array(AppliedEntry).optional(),
  /** As it was before its ledger, and how many of the steps say that; absent while that has no entry. */
  begun: z
    .object({
      startAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      dueDate: z.iso.date().optional(),
      rule: z.string(),
      steps: z.int(),
    })
    .optional(),
  /** Since when it does not run; absent while it does. */
  pausedSince: z.iso.datetime().optional(),
  /** Of a secrecy: the latest end that the law allows, where the authority asked for an earlier one. */
  maximumAt: z.iso.datetime().optional(),
  /** Of a period that runs for what was added to a demand: when that arrived; absent for what came first. */
  addedAt: z.iso.datetime().optional(),
});
export type ComputedClock = z.infer<typeof ComputedClock>;
