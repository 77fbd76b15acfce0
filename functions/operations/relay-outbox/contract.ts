import * as z from 'zod';
import { Stage } from '#domain/case';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'executions:start', 'executions:ring', 'timers'] as const satisfies readonly Need[];

/** What a row of the outbox asks the outside to do. */
export const RelayedEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), run: z.int().positive(), stage: Stage }),
  z.object({
    kind: z.literal('ring'),
    doorbell: z.enum(['information', 'decision', 'approval', 'response', 'deliveries', 'operator']),
  }),
  z.object({ kind: z.literal('page'), pageId: z.string().min(1), reason: z.string().min(1) }),
  z.object({ kind: z.literal('schedule'), name: z.string().min(1), at: z.iso.datetime(), purpose: z.string().min(1) }),
]);
export type RelayedEntry = z.infer<typeof RelayedEntry>;

/** A row of the outbox as put by the case store. */
export const OutboxRow = z.object({ caseId: z.string().min(1), entry: RelayedEntry });

/**
 * A batch of the case table's stream. Each record is looked at by itself, so that one that does not fit
 * holds up no other.
 */
export const relayOutbox = {
  step: 'relay-outbox',
  needs,
  input: z.object({
    Records: z.array(
      z.object({
        dynamodb: z.object({ SequenceNumber: z.string(), NewImage: z.record(z.string(), z.unknown()) }),
      }),
    ),
  }),
  output: z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }),
};
