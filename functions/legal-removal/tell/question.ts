import * as z from 'zod';
import { QuestionRow, questionKey } from '#domain/case-rows';
import type { Delivery } from '#domain/delivery';
import { ElementId } from '#domain/legal-basis';
import type { FactSheet } from '#domain/messages/fact-sheet';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { wordingOf } from './with-wording.ts';

const QuestionText = z.object({ reason: z.string() });

/** The facts of a message with what a reviewer asks in it and why, where one does. */
export async function withQuestion(
  { cases, documents }: { readonly cases: Pick<CaseStore, 'readRow'>; readonly documents: Pick<DocumentStore, 'get'> },
  facts: FactSheet,
  delivery: Pick<Delivery, 'caseId' | 'deliveryId' | 'kind' | 'wordingKey'>,
): Promise<FactSheet> {
  const { caseId, deliveryId, kind } = delivery;
  if (kind !== 'information-request') return facts;
  const row = await cases.readRow(caseId, questionKey(deliveryId), QuestionRow);
  if (row === null) return facts;
  const asked = QuestionText.parse(await documents.get(row.documentKey));
  const reason = (await wordingOf(documents, delivery))?.reason ?? asked.reason;
  const elements = row.elements.flatMap((element) => ElementId.safeParse(element).data ?? []);
  const missing = [...new Set([...(facts.information?.missing ?? []), ...elements])];
  const base = facts.information ?? { locatable: true, respondBy: null };
  return { ...facts, information: { ...base, missing, reason } };
}
