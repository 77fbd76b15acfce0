import type { CaseRecord } from '#domain/case';
import { type Delivery, isDraftToSend } from '#domain/delivery';
import type { Item } from '#domain/item';
import { isExecutionDraft, type Overtaken, overtakenBy } from '#domain/overtaken-draft';
import { type Answer, problem } from '#runtime/problem';
import { basisOf } from '../../legal-removal/shared/load-case.ts';
import { readItems } from '../../legal-removal/shared/submission.ts';
import type { DocumentStore } from '../../ports/vault.ts';

/** The drafts whose statement no longer holds, by id; `items` are those of the case, none where they were erased. */
export function overtakenDrafts(
  record: CaseRecord,
  items: readonly Item[],
  deliveries: readonly Delivery[],
): ReadonlyMap<string, Overtaken> {
  const located = items.filter(({ reference }) => reference !== null).length;
  const facts = { record, basis: basisOf(record), located };
  return new Map(
    deliveries.filter(isDraftToSend).flatMap((draft) => {
      const overtaken = overtakenBy(draft, facts);
      return overtaken === null ? [] : [[draft.deliveryId, overtaken] as const];
    }),
  );
}

/** Refuses to send drafts of which one states what no longer holds, or gives null. */
export async function refuseOvertaken(
  documents: Pick<DocumentStore, 'get'>,
  record: CaseRecord,
  meant: readonly Delivery[],
): Promise<Answer | null> {
  const drafts = meant.filter(isExecutionDraft);
  if (drafts.length === 0) return null;
  const [overtaken] = overtakenDrafts(record, await readItems(documents, record.caseId), drafts).values();
  return overtaken === undefined ? null : problem(409, SENTENCES[overtaken]);
}

const SENTENCES: Readonly<Record<Overtaken, string>> = {
  'effect-proven': 'The draft says that the effect is not proven, and by now it is: the effect report tells of it.',
  'decided-anew': 'The draft is about a decision that the case no longer stands on: it is not sent any more.',
  'order-executed': 'The draft says that the order cannot be executed, and it has been executed since.',
  'order-complete': 'The draft says that the order lacks something, and that has come since.',
};
