import type { Commitment } from '#domain/audit-event';
import { commitTo } from '#runtime/commitment';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';

/** What a route needs that changes a case together with a text of its own. */
export interface TextDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Where a text was kept, and what the event that rests on it commits to. */
export interface KeptText {
  readonly documentKey: string;
  readonly commitment: Commitment;
}

/**
 * Keeps a text under the case's own key before the change that names it, under a name of its own: of two texts sent at
 * once neither overwrites the other.
 */
export async function keepText(
  { documents, vault, ids }: Pick<TextDependencies, 'documents' | 'vault' | 'ids'>,
  caseId: string,
  kind:
    | 'decision'
    | 'approval'
    | 'note'
    | 'question'
    | 'wording'
    | 'court-action'
    | 'clock-proof'
    | 'scrutiny-request'
    | 'scrutiny-decision'
    | 'hold',
  text: unknown,
): Promise<KeptText> {
  const documentKey = await documents.put(caseId, CASE_SECRET, `${kind}s/${ids.id(kind)}`, text);
  return { documentKey, commitment: commitTo(await vault.key(caseId, CASE_SECRET), documentKey, text) };
}
