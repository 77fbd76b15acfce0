import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { WithDraft } from '#domain/messages/kept-draft';
import type { DocumentStore } from '../../ports/vault.ts';
import { impossibilityFacts } from './impossibility-facts.ts';
import type { Sources } from './sources.ts';

/**
 * The facts of a report that an order cannot be executed, with its grounds: those of the draft that a person read and
 * sent, whatever has changed since, else as the case stands.
 */
export async function withImpossibility(
  { documents }: { readonly documents: Pick<DocumentStore, 'get'> },
  facts: FactSheet,
  { kind, decisionId, draftKey, language }: Pick<Delivery, 'kind' | 'decisionId' | 'draftKey' | 'language'>,
  sources: Sources,
): Promise<FactSheet> {
  if (kind !== 'impossibility-report' && kind !== 'impossibility-report-draft') return facts;
  const read = draftKey === undefined ? null : WithDraft.parse(await documents.get(draftKey)).draft?.impossibility;
  return { ...facts, impossibility: read ?? impossibilityFacts(sources, decisionId, language) };
}
