import type { Delivery } from '#domain/delivery';
import { reworded, Wording } from '#domain/wording';
import type { DocumentStore } from '../../ports/vault.ts';
import type { Decision } from '../shared/decisions.ts';
import type { Sources } from './sources.ts';

/** The words that a person gave a message in place of those decided or asked; null where nobody did. */
export async function wordingOf(
  documents: Pick<DocumentStore, 'get'>,
  { wordingKey }: Pick<Delivery, 'wordingKey'>,
): Promise<Wording | null> {
  return wordingKey === undefined ? null : Wording.parse(await documents.get(wordingKey));
}

/** What a message is written from, with the words that a person gave it in place of those decided. */
export async function withWording(
  documents: Pick<DocumentStore, 'get'>,
  sources: Sources,
  delivery: Pick<Delivery, 'wordingKey'>,
): Promise<Sources> {
  const wording = await wordingOf(documents, delivery);
  if (wording === null) return sources;
  const worded = (decision: Decision | null): Decision | null =>
    decision === null ? null : { ...decision, document: reworded(decision.document, wording) };
  return { ...sources, decision: worded(sources.decision), restricting: worded(sources.restricting) };
}
