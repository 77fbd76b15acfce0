import * as z from 'zod';
import { ItemState } from './item.ts';
import { PartyRole } from './party.ts';

/** The key of a decision among the rows of its case. */
export const decisionKey = (decisionId: string): string => `DECISION#${decisionId}`;
/** The key of the answer of the second pair of eyes to a decision; `round` counts from 1. */
export const approvalKey = (decisionId: string, round: number): string => `APPROVAL#${decisionId}#${round}`;
/** The key of one batch of the items of a decision; `batch` counts from 0. */
export const batchKey = (decisionId: string, batch: number): string =>
  `BATCH#${decisionId}#${String(batch).padStart(5, '0')}`;
/** The key of a duty to tell somebody. */
export const deliveryKey = (deliveryId: string): string => `DELIVERY#${deliveryId}`;
/** The key of the stored task token of a wait. */
export const tokenKey = (doorbell: string): string => `TOKEN#${doorbell}`;
/** The key of a person of the case. */
export const personKey = (personId: string): string => `PERSON#${personId}`;

/** A person of the case: the role, and where the encrypted party lies. Nothing personal. */
export const PersonRow = z.object({ personId: z.string(), role: PartyRole, documentKey: z.string() });
export type PersonRow = z.infer<typeof PersonRow>;

/** A task token that waits, with the run that stored it. */
export const TokenRow = z.object({ token: z.string(), run: z.int(), at: z.iso.datetime() });
export type TokenRow = z.infer<typeof TokenRow>;

/** What has been shown of one item's effect: what is still unproven is named as `component@territory`. */
export const ItemEffect = z.object({
  itemId: z.string(),
  state: ItemState,
  /** The countries of the decision for this item, or `WORLD`. */
  territories: z.array(z.string()),
  /** What the last read-back did not show as decided: still up inside, or dark outside. */
  unproven: z.array(z.string()),
  personId: z.string().nullable(),
  appliedAt: z.iso.datetime().nullable(),
  provenAt: z.iso.datetime().nullable(),
  /** Since when the item is on the platform; absent where the platform does not say. */
  publishedAt: z.iso.datetime().optional(),
  /** When the effect ends by itself, RFC 3339; absent or null when it has no end. */
  until: z.string().nullish(),
  /** Of an item that nothing was done to (`gone`): its time was over before the effect was shown to be in place. */
  lapsed: z.literal(true).optional(),
  /** The decisions whose restriction of the item is in place, where an earlier one put it there. */
  restrictedBy: z.array(z.string()).min(1).optional(),
});
export type ItemEffect = z.infer<typeof ItemEffect>;

/** An item whose limited effect was over before it was shown to be in place: nothing is said to have been done. */
export function lapsed(item: ItemEffect): ItemEffect {
  return { ...item, state: 'gone', lapsed: true, unproven: [], provenAt: null };
}

/** One batch of at most 25 items of a decision: where the restore capsule lies, and what was shown per item. */
export const BatchRow = z.object({
  decisionId: z.string(),
  batch: z.int().nonnegative(),
  capsuleKey: z.string().nullable(),
  items: z.array(ItemEffect),
});
export type BatchRow = z.infer<typeof BatchRow>;

/**
 * What stands for a decision in the batches that were preserved on a demand for information, before anybody decided. Their
 * items stay `pending`: nothing is ever done to them.
 */
export const PRESERVED = 'preserved';

/** How many items one batch holds. */
export const BATCH_SIZE = 25;

/** The key of information or of an amendment that a sender added; `number` counts from 1. */
export const informationKey = (number: number): string => `INFORMATION#${String(number).padStart(5, '0')}`;
/** The key of what a reviewer asks in a request for information, by the message that asks it. */
export const questionKey = (deliveryId: string): string => `QUESTION#${deliveryId}`;

/** What a reviewer asks for and where the text of why lies. */
export const QuestionRow = z.object({ elements: z.array(z.string()), documentKey: z.string() });
export type QuestionRow = z.infer<typeof QuestionRow>;

/** The key of a note of a reviewer; `number` counts from 1. */
export const noteKey = (number: number): string => `NOTE#${String(number).padStart(5, '0')}`;

/** Information or an amendment that a sender added: where its text lies. */
export const InformationRow = z.object({
  number: z.int().positive(),
  kind: z.enum(['information', 'amendment']),
  at: z.iso.datetime(),
  documentKey: z.string(),
  /**
   * What it may bring to an order that is acted on first: what was `missing`; once it was acted on, places for the `rest`
   * that was not found, or further `items`.
   */
  clarifies: z.enum(['missing', 'rest', 'items']).optional(),
});
export type InformationRow = z.infer<typeof InformationRow>;

/** The key of words of a sender that signal danger and that nothing else shows; the prefix of all without a number. */
export const remarkKey = (number?: number): string =>
  `REMARK#${number === undefined ? '' : String(number).padStart(5, '0')}`;

/** Words of a sender that signal danger: when they came, and where they lie. */
export const RemarkRow = z.object({ number: z.int().positive(), at: z.iso.datetime(), documentKey: z.string() });
export type RemarkRow = z.infer<typeof RemarkRow>;

/** A note of a reviewer: who, when, and where its text lies. */
export const NoteRow = z.object({
  number: z.int().positive(),
  by: z.string(),
  at: z.iso.datetime(),
  documentKey: z.string(),
});
export type NoteRow = z.infer<typeof NoteRow>;

/** The key of a page to the person on call. */
export const pageKey = (pageId: string): string => `PAGE#${pageId}`;

/** How far a page to the person on call has come: one run of the paging machine until it is taken up or over. */
export const PageRow = z.object({
  pageId: z.string(),
  level: z.int(),
  acknowledged: z.boolean(),
  /** When it was asked for. */
  startedAt: z.iso.datetime().optional(),
  /** True once its run has ended without anybody: its reason was gone, or its rounds were used up. */
  over: z.boolean().optional(),
});
export type PageRow = z.infer<typeof PageRow>;
