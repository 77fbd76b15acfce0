import * as z from 'zod';
import type { DecisionDocument } from './decision.ts';

/**
 * Words that one message says in place of those that were decided or asked, since these may not be told to its reader.
 * What is left out stays. The decision and the question themselves are not changed.
 */
export const Wording = z.strictObject({
  provision: z.string().trim().min(1).max(500).optional(),
  explanation: z.string().trim().min(1).max(2_000).optional(),
  facts: z.string().trim().min(1).max(5_000).optional(),
  /** Why nothing is done to items. */
  items: z
    .array(z.strictObject({ itemId: z.string().min(1).max(64), reason: z.string().trim().min(1).max(2_000) }))
    .min(1)
    .max(100)
    .optional(),
  /** What the complaint says, for somebody who is heard on it. */
  complaint: z.string().trim().min(1).max(20_000).optional(),
  /** Why a reviewer asks, in a request for information. */
  reason: z.string().trim().min(1).max(2_000).optional(),
});
export type Wording = z.infer<typeof Wording>;

/** A decision as a message tells it that was given other words. */
export function reworded(document: DecisionDocument, wording: Wording): DecisionDocument {
  const { ground, facts, items } = document;
  const reasons = new Map((wording.items ?? []).map(({ itemId, reason }) => [itemId, reason]));
  return {
    ...document,
    ground: ground && {
      ...ground,
      provision: wording.provision ?? ground.provision,
      explanation: wording.explanation ?? ground.explanation,
    },
    facts: wording.facts ?? facts,
    items: items.map((item) => {
      const reason = reasons.get(item.itemId) ?? item.reason;
      return reason === undefined ? item : { ...item, reason };
    }),
  };
}
