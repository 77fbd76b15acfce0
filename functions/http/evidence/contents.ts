import type { AuditEvent } from '#domain/audit-event';
import type { BundleParts, Withheld } from '#domain/bundle';
import { canonicalJson } from '#domain/canonical-json';
import { CommittedDocumentReference, documentBytes } from '#domain/committed-document';
import { erasedBecause } from '#domain/erasure-words';
import type { Role } from '#domain/party';
import { mayReadText } from '#domain/reports/readers';
import { documentKeyOf } from '#runtime/commitment-names';
import { type ErasedOf, erasureOf } from '#runtime/unerased';
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
  /** Who reads it. */
  readonly role: Role;
  /** Of whom nothing may be shown any more. */
  readonly erased: ErasedOf;
}

/** The documents of a case, and which of them are not read out. */
interface Readable {
  readonly store: Pick<DocumentStore, 'get'>;
  readonly erased: ErasedOf;
  /** The keys of those that the role may not read. */
  readonly closed: ReadonlySet<string>;
}

type Absence = Omit<Withheld['documents'][number], 'document'>;

const ERASED: Absence = { reason: 'erased', ground: 'erased: its key was destroyed or it is no longer kept' };
const NOT_FOR_ROLE: Absence = {
  reason: 'withheld',
  ground: 'left out for this role: a report of child abuse is read by leads, operators and auditors',
};

/**
 * Gathers all that the events commit to: changes of the record from the log, as values; documents from the document
 * store, each as a file of its own; and the exact bytes of what was sent, which the values name.
 */
export async function gatherContents(
  { documents: store, keyOf, role, erased }: GatherDependencies,
  caseId: string,
  stored: readonly StoredEvent[],
): Promise<Contents> {
  const documents: Readable = { store, erased, closed: closedTo(role, caseId, stored) };
  const values = new Map<string, unknown>();
  const files = new Map<string, Uint8Array>();
  const withheld: Withheld = { payloads: [], documents: [] };
  for (const { event, payloads: logged } of stored) {
    for (const { payloadId } of event.commitments) {
      if (Object.hasOwn(logged, payloadId)) values.set(payloadId, logged[payloadId]);
      else if (!files.has(payloadId)) {
        const kept = await readable(documents, documentKeyOf(caseId, payloadId, documentNamed(event)));
        if ('value' in kept) files.set(payloadId, new TextEncoder().encode(canonicalJson(kept.value)));
        else withheld.payloads.push({ payloadId, ...kept });
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
  documents: Readable,
  values: readonly unknown[],
  withheld: Withheld,
): Promise<Contents['documents']> {
  const references = new Map(
    values.flatMap(referencesIn).map((reference) => [reference.document, reference.documentKey] as const),
  );
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [document, documentKey] of references) {
    const kept = await readable(documents, documentKey);
    if ('value' in kept) files.push({ name: document, bytes: documentBytes(kept.value) });
    else withheld.documents.push({ document, ...kept });
  }
  return files;
}

function referencesIn(value: unknown): readonly CommittedDocumentReference[] {
  const candidates: readonly unknown[] = Array.isArray(value) ? value : [value];
  return candidates.flatMap((candidate) => CommittedDocumentReference.safeParse(candidate).data ?? []);
}

/** The keys of the documents of which a role may not read what they say. */
function closedTo(role: Role, caseId: string, stored: readonly StoredEvent[]): ReadonlySet<string> {
  const events = stored.map(({ event }) => event).filter(({ data }) => !mayReadText(data['kind'], role));
  return new Set(
    events.flatMap((event) =>
      event.commitments.map(({ payloadId }) => documentKeyOf(caseId, payloadId, documentNamed(event))),
    ),
  );
}

/** A document, or why it is left out: not for this reader, no longer there, or no longer readable. */
async function readable(
  { store, erased, closed }: Readable,
  documentKey: string,
): Promise<{ readonly value: unknown } | Absence> {
  if (closed.has(documentKey)) return NOT_FOR_ROLE;
  const erasure = erasureOf(erased, documentKey);
  if (erasure !== undefined) return { reason: 'erased', ground: erasedBecause(erasure) };
  try {
    return { value: await store.get(documentKey) };
  } catch (error) {
    if (error instanceof KeyErasedError || error instanceof DocumentNotFoundError) return ERASED;
    throw error;
  }
}

function documentNamed({ data }: AuditEvent): string | null {
  const named = data['document'];
  return typeof named === 'string' ? named : null;
}
