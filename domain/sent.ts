import * as z from 'zod';
import { itemsNamedBy, type KeptInformation, type KeptRequest } from './submission.ts';

/** What a sender has sent to a case in all: pieces after the demand, items named, and bytes of JSON text. */
export const Sent = z.object({ pieces: z.int(), items: z.int(), bytes: z.int() });
export type Sent = z.infer<typeof Sent>;

/**
 * The most that one case takes of its sender, the demand included. Items: one decision names no more of them. Bytes: the
 * view of a case shows all texts, and each item once more with what was decided for it, in one answer of at most 6 MB;
 * a demand alone is at most 1 MiB.
 */
export const MOST_SENT: Sent = { pieces: 100, items: 5_000, bytes: 1_572_864 };

/** What the demand itself counts. */
export function sentWith(kept: KeptRequest): Sent {
  return { pieces: 0, items: kept.items.length, bytes: bytesOf(kept) };
}

/** What has been sent once a piece of information or an amendment has been added. */
export function sentAfter(before: Sent, piece: KeptInformation): Sent {
  return {
    pieces: before.pieces + 1,
    items: before.items + itemsNamedBy(piece).length,
    bytes: before.bytes + bytesOf(piece),
  };
}

/** Which bound a case would exceed, or null. */
export function exceeded(sent: Sent): keyof Sent | null {
  const bounds = ['pieces', 'items', 'bytes'] as const;
  return bounds.find((bound) => sent[bound] > MOST_SENT[bound]) ?? null;
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
