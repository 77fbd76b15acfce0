import { ErasureRow, erasedPersons, erasureKey } from '#domain/erasure';
import type { CaseRows } from '../ports/case-store.ts';
import { KeyErasedError } from '../ports/errors.ts';
import type { DocumentStore } from '../ports/vault.ts';

/** By the person's id, of whom nothing may be shown any more; the case's own texts under `case`. */
export type ErasedOf = ReadonlyMap<string, ErasureRow>;

/** Of whom nothing of a case may be shown any more. */
export async function erasedOf(cases: Pick<CaseRows, 'listRows'>, caseId: string): Promise<ErasedOf> {
  return erasedPersons(await cases.listRows(caseId, erasureKey(), ErasureRow));
}

/** The erasure that took a document; absent where none did. */
export function erasureOf(erased: ErasedOf, documentKey: string): ErasureRow | undefined {
  return erased.get(documentKey.split('/')[1] ?? '');
}

/**
 * The documents without those of whoever is erased. From the moment the erasure began nothing of them is shown, whatever a
 * process still remembers of their keys.
 */
export function unerased(documents: Pick<DocumentStore, 'get'>, erased: ErasedOf): Pick<DocumentStore, 'get'> {
  return {
    get: async (documentKey) => {
      if (erasureOf(erased, documentKey) !== undefined) throw new KeyErasedError(documentKey);
      return await documents.get(documentKey);
    },
  };
}
