import type * as z from 'zod';
import { DocumentNotFoundError, KeyErasedError } from '../../ports/errors.ts';
import type { DocumentStore } from '../../ports/vault.ts';

/** A document, parsed; null when it is not there, or its key was destroyed. */
export async function readText<S extends z.ZodType>(
  documents: Pick<DocumentStore, 'get'>,
  documentKey: string,
  schema: S,
): Promise<z.output<S> | null> {
  try {
    return schema.parse(await documents.get(documentKey));
  } catch (error) {
    if (error instanceof DocumentNotFoundError || error instanceof KeyErasedError) return null;
    throw error;
  }
}
