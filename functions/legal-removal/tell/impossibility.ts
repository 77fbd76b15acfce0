import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { WithDraft } from '#domain/messages/kept-draft';
import { overtakenBy } from '#domain/overtaken-draft';
import type { DocumentStore } from '../../ports/vault.ts';
import { basisOf } from '../shared/load-case.ts';
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

/** Tells whether what a draft states no longer holds that a person sent and that is about to be written as a report. */
export function isOvertaken({ record, items }: Sources, { kind, decisionId, draftKey }: Delivery): boolean {
  if (kind !== 'impossibility-report' || draftKey === undefined) return false;
  const located = items.filter(({ reference }) => reference !== null).length;
  const draft = { kind: 'impossibility-report-draft', decisionId } as const;
  return overtakenBy(draft, { record, basis: basisOf(record), located }) !== null;
}
