import * as z from 'zod';
import { InstantText } from './instant.ts';
import { Source } from './source.ts';

/** That an order from another state is scrutinised by the authority of the establishment, and the clocks of that. */
export const ScrutinyRule = z.object({
  /** `request`: until when we may ask for it; `decision`: how long the authority has. */
  clocks: z.object({ request: z.string(), decision: z.string() }),
  source: Source,
});
export type ScrutinyRule = z.infer<typeof ScrutinyRule>;

/** How an order infringes the Regulation or fundamental rights: only that makes it cease to have effect. */
export const Infringement = z.enum(['serious', 'manifest']);
export type Infringement = z.infer<typeof Infringement>;

/** The body of `POST /v1/cases/{caseId}/scrutiny-request`: our own reasoned request. */
export const ScrutinyRequest = z.strictObject({
  infringement: Infringement.describe(
    'Whether the order infringes the Regulation or the Charter seriously or manifestly.',
  ),
  grounds: z.string().trim().min(1).max(10_000).describe('Why, in the language of the authority, which reads it.'),
});
export type ScrutinyRequest = z.infer<typeof ScrutinyRequest>;

/** The body of `POST /v1/cases/{caseId}/scrutiny-decision`: what the authority of the establishment decided. */
export const ScrutinyDecision = z.strictObject({
  infringement: z.enum(['none', ...Infringement.options]).describe('What it found.'),
  initiative: z
    .enum(['own', 'platform', 'uploader'])
    .describe('Whether it acted of its own motion, or on whose request.'),
  decidedAt: InstantText,
  evidence: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .describe('The decision that shows it: its reference, how it reached us.'),
});
export type ScrutinyDecision = z.infer<typeof ScrutinyDecision>;

/** Our request beside its case: codes and instants, and where its grounds lie. A case holds one at most. */
export const ScrutinyRequestRow = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  infringement: Infringement,
  deliveryId: z.string(),
  documentKey: z.string(),
});
export type ScrutinyRequestRow = z.infer<typeof ScrutinyRequestRow>;

/** A decision of the authority beside its case; `decisionId` is ours that takes the restriction back, null for none. */
export const ScrutinyDecisionRow = z.object({
  number: z.int().positive(),
  at: z.iso.datetime(),
  by: z.string(),
  decidedAt: z.iso.datetime(),
  infringement: ScrutinyDecision.shape.infringement,
  initiative: ScrutinyDecision.shape.initiative,
  decisionId: z.string().nullable(),
  documentKey: z.string(),
});
export type ScrutinyDecisionRow = z.infer<typeof ScrutinyDecisionRow>;

/** The key of the row of our request. */
export const SCRUTINY_REQUEST_KEY = 'SCRUTINY#REQUEST';

/** The key of a decision's row; without a number the prefix of all. */
export function scrutinyDecisionKey(number?: number): string {
  return `SCRUTINY#DECISION#${number === undefined ? '' : String(number).padStart(3, '0')}`;
}
