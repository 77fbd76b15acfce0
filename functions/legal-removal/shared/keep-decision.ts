import type { Commitment } from '#domain/audit-event';
import type { DecisionDocument } from '#domain/decision';
import { commitTo } from '#runtime/commitment';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';

/** The text of a decision that a rule makes, kept before the change that records it. */
export interface KeptDecision {
  readonly decisionId: string;
  readonly document: DecisionDocument;
  readonly documentKey: string;
  readonly commitment: Commitment;
}

/** Keeps the text of a decision under the case's own key, under a name of its own. */
export async function keepDecision(
  stores: {
    readonly documents: Pick<DocumentStore, 'put'>;
    readonly vault: Pick<Vault, 'key'>;
    readonly ids: Pick<Ids, 'id'>;
  },
  caseId: string,
  decisionId: string,
  document: DecisionDocument,
): Promise<KeptDecision> {
  const { documents, vault, ids } = stores;
  const documentKey = await documents.put(caseId, CASE_SECRET, `decisions/${ids.id('decision')}`, document);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, document);
  return { decisionId, document, documentKey, commitment };
}
