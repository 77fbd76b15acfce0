import type { AuditEvent } from '#domain/audit-event';
import type { BundleParts, Withheld } from '#domain/bundle';
import { canonicalJson } from '#domain/canonical-json';
import { CommittedDocumentReference, documentBytes } from '#domain/committed-document';
import { documentKeyOf } from '#runtime/commitment-names';
import type { StoredEvent } from '../../ports/audit-log.ts';
import { DocumentNotFoundError, KeyErasedError } from '../../ports/errors.ts';
import type { DocumentStore } from '../../ports/vault.ts';

/** What the chain of a case commits to, as far as it can still be shown, and what cannot. */
export type Contents = Pick<BundleParts, 'payloads' | 'documents' | 'withheld'>;

/** What gathering needs. */
export interface GatherDependencies {
  readonly documents: Pick<DocumentStore, 'get'>;
  /** The key under which a payload is committed to. */
  readonly keyOf: (payloadId: string) => Uint8Array;
}

const ERASED = 'erased: its key was destroyed or it is no longer kept';

/**
 * Gathers all that the events commit to: changes of the record from the log, as values; documents from the document
 * store, each as a file of its own; and the exact bytes of what was sent, which the values name.
 */
export async function gatherContents(
  { documents, keyOf }: GatherDependencies,
  caseId: string,
  stored: readonly StoredEvent[],
): Promise<Contents> {
  const values = new Map<string, unknown>();
  const files = new Map<string, Uint8Array>();
  const withheld: Withheld = { payloads: [], documents: [] };
  for (const { event, payloads: logged } of stored) {
    for (const { payloadId } of event.commitments) {
      if (Object.hasOwn(logged, payloadId)) values.set(payloadId, logged[payloadId]);
      else if (!files.has(payloadId)) {
        const kept = await readable(documents, documentKeyOf(caseId, payloadId, documentNamed(event)));
        if (kept !== null) files.set(payloadId, new TextEncoder().encode(canonicalJson(kept.value)));
        else withheld.payloads.push({ payloadId, reason: 'erased', ground: ERASED });
      }
    }
  }
  const sent = await gatherFiles(documents, [...values.values()], withheld);
  return {
    payloads: [
      ...[...values].map(([payloadId, value]) => ({ payloadId, key: keyOf(payloadId), value })),
      ...[...files.keys()].map((payloadId) => ({ payloadId, key: keyOf(payloadId), document: `${payloadId}.json` })),
    ],
    documents: [...[...files].map(([payloadId, bytes]) => ({ name: `${payloadId}.json`, bytes })), ...sent],
    withheld,
  };
}

async function gatherFiles(
  documents: Pick<DocumentStore, 'get'>,
  values: readonly unknown[],
  withheld: Withheld,
): Promise<Contents['documents']> {
  const references = new Map(
    values.flatMap(referencesIn).map((reference) => [reference.document, reference.documentKey] as const),
  );
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [document, documentKey] of references) {
    const value = await readable(documents, documentKey);
    if (value === null) withheld.documents.push({ document, reason: 'erased', ground: ERASED });
    else files.push({ name: document, bytes: documentBytes(value.value) });
  }
  return files;
}

function referencesIn(value: unknown): readonly CommittedDocumentReference[] {
  const candidates: readonly unknown[] = Array.isArray(value) ? value : [value];
  return candidates.flatMap((candidate) => CommittedDocumentReference.safeParse(candidate).data ?? []);
}

/** Null for a document that is no longer there or can no longer be read. */
async function readable(
  documents: Pick<DocumentStore, 'get'>,
  documentKey: string,
): Promise<{ readonly value: unknown } | null> {
  try {
    return { value: await documents.get(documentKey) };
  } catch (error) {
    if (error instanceof KeyErasedError || error instanceof DocumentNotFoundError) return null;
    throw error;
  }
}

function documentNamed({ data }: AuditEvent): string | null {
  const named = data['document'];
  return typeof named === 'string' ? named : null;
}
