import * as z from 'zod';

/** What begins a period anew. */
export const RestartReason = z.enum(['clarification', 'impossibility-ended']);
export type RestartReason = z.infer<typeof RestartReason>;

/** What stops a period from running: a court's stay of the order, or a question about the identity of the asker. */
export const PauseReason = z.enum(['stay', 'identity-request']);
export type PauseReason = z.infer<typeof PauseReason>;

/** What an order says of itself that decides which of its clocks run. */
export const DemandCondition = z.enum(['emergency', 'no-emergency', 'enforcing-authority-notified']);
export type DemandCondition = z.infer<typeof DemandCondition>;
