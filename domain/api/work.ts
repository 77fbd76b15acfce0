import * as z from 'zod';
import { ComputedClock } from '../clock.ts';
import { ApprovalVerdict, DecisionOutcome, DecisionRecord } from '../decision.ts';
import { ElementId } from '../legal-basis.ts';
import { IncidentType } from '../reports/incident-type.ts';
import { Wording } from '../wording.ts';
import { ShownState } from './shared.ts';

/** The answer to a claim: what to send with a decision, and until when. Claiming again extends it. */
export const ClaimAnswer = z.object({ leaseId: z.string(), expiresAt: z.iso.datetime() }).meta({ id: 'ClaimAnswer' });
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;

/** The body of a release; a lead may leave out the lease to release somebody else's. */
export const ReleaseRequest = z.strictObject({ leaseId: z.string().min(1).max(128).optional() });
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

/**
 * The body of a resumption: the parked messages to take up again, each to another address of its reader where one is
 * given, or in other words where it may not be told as decided; a draft is sent only when it is named. Without it a parked case goes on, and of a case that is not parked every
 * parked message is taken up.
 */
export const ResumeRequest = z.strictObject({
  deliveries: z
    .array(
      z.strictObject({
        deliveryId: z.string().min(1).max(200),
        email: z.email().max(254).optional(),
        wording: Wording.optional(),
        incidentType: IncidentType.optional().describe('Of a report to NCMEC: what it is about.'),
        viewed: z
          .boolean()
          .optional()
          .describe('Of a report of child abuse: whether a person of ours viewed the file.'),
      }),
    )
    .min(1)
    .max(25)
    .optional(),
});
export type ResumeRequest = z.infer<typeof ResumeRequest>;

/** How a case stands after something was recorded. */
export const CaseStanding = z.object({ caseId: z.string(), state: ShownState }).meta({ id: 'CaseStanding' });
export type CaseStanding = z.infer<typeof CaseStanding>;

/** The body of a note. */
export const NoteRequest = z.strictObject({ text: z.string().min(1).max(10_000) });
export type NoteRequest = z.infer<typeof NoteRequest>;

/** The answer to a note: its number in the case. */
export const NoteAnswer = z.object({ caseId: z.string(), number: z.int().positive() }).meta({ id: 'NoteAnswer' });

/** The answer to an entry on a clock: the clock as it runs now, with every step, and by when the case is due. */
export const ClockEntryAnswer = z
  .object({ caseId: z.string(), number: z.int().positive(), dueAt: z.iso.datetime(), clock: ComputedClock })
  .meta({ id: 'ClockEntryAnswer' });
export type ClockEntryAnswer = z.infer<typeof ClockEntryAnswer>;

/** The answer to a request for scrutiny and to what was found: how the case stands, and our decision that puts back. */
export const ScrutinyAnswer = z
  .object({ caseId: z.string(), state: ShownState, decisionId: z.string().nullable() })
  .meta({ id: 'ScrutinyAnswer' });
export type ScrutinyAnswer = z.infer<typeof ScrutinyAnswer>;

/** The body of a reviewer's request for information: the elements to ask the sender for, and why, as the letter says. */
export const InformationDemand = z.strictObject({
  elements: z.array(ElementId).min(1).max(20),
  /** Needed where an element was given already. */
  reason: z.string().trim().min(1).max(2_000).optional(),
});
export type InformationDemand = z.infer<typeof InformationDemand>;

/** The answer to a reviewer's request for information. */
export const InformationDemandAnswer = z
  .object({ caseId: z.string(), state: ShownState, missing: z.array(ElementId) })
  .meta({ id: 'InformationDemandAnswer' });

/** The answer to a decision: `fourEyes` is true when a second person has to approve it. */
export const DecisionAnswer = z
  .object({
    caseId: z.string(),
    decisionId: z.string(),
    outcome: DecisionOutcome,
    effect: DecisionRecord.shape.effect,
    state: ShownState,
    fourEyes: z.boolean(),
  })
  .meta({ id: 'DecisionAnswer' });
export type DecisionAnswer = z.infer<typeof DecisionAnswer>;

/** The answer to an approval. */
export const ApprovalAnswer = z
  .object({ caseId: z.string(), decisionId: z.string(), verdict: ApprovalVerdict, state: ShownState })
  .meta({ id: 'ApprovalAnswer' });
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>;

/** The body of a reversal: why the restrictions are taken back, as quoted to those who are told of it. */
export const ReversalRequest = z.strictObject({ reason: z.string().min(1).max(2_000) });
export type ReversalRequest = z.infer<typeof ReversalRequest>;
