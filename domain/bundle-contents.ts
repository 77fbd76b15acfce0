import type { ChainFault } from './audit-chain.ts';
import type { AuditEvent } from './audit-event.ts';
import { type BundleCrypto, DocumentReference, PayloadFile, Withheld } from './bundle.ts';
import { canonicalJson } from './canonical-json.ts';
import { decodeBase64, decodeUtf8, parseJson } from './jws.ts';

/** A document that a payload binds to the chain, and the event whose payload does. */
interface BoundDocument extends DocumentReference {
  readonly seq: number;
}

/**
 * The first payload or document that does not fit the commitments of the chain: changed, missing without being listed
 * as withheld, or committed to by no event. Null when all fit.
 */
export function faultOfContents(
  events: readonly AuditEvent[],
  files: ReadonlyMap<string, Uint8Array>,
  crypto: Pick<BundleCrypto, 'sha256' | 'hmacSha256'>,
): ChainFault | null {
  const withheld = readWithheld(files.get('withheld.json'));
  if (withheld === null) return { seq: 0, reason: 'withheld.json is not a list of what is withheld' };
  const committed = new Set<string>();
  const bound: BoundDocument[] = [];
  for (const event of events) {
    for (const commitment of event.commitments) {
      committed.add(`payloads/${commitment.payloadId}.json`);
      const file = files.get(`payloads/${commitment.payloadId}.json`);
      const read = readPayload(file, commitment.hmacSha256, crypto);
      if (read.kind === 'changed') return faultAt(event, `the payload ${commitment.payloadId} was changed`);
      if (read.kind === 'absent' && !withheld.payloads.some(({ payloadId }) => payloadId === commitment.payloadId)) {
        return faultAt(event, `the payload ${commitment.payloadId} is missing and not listed as withheld`);
      }
      if (read.kind === 'fits') bound.push(...documentsIn(read.value, event.seq));
    }
  }
  const stray = [...files.keys()].find((name) => name.startsWith('payloads/') && !committed.has(name));
  if (stray !== undefined) return { seq: 0, reason: `no event commits to ${stray}` };
  return faultOfDocuments(bound, files, withheld, crypto);
}

function faultOfDocuments(
  bound: readonly BoundDocument[],
  files: ReadonlyMap<string, Uint8Array>,
  withheld: Withheld,
  crypto: Pick<BundleCrypto, 'sha256'>,
): ChainFault | null {
  for (const { document, sha256, seq } of bound) {
    const bytes = files.get(`documents/${document}`);
    const listed = withheld.documents.some((absent) => absent.document === document);
    if (bytes === undefined && !listed)
      return { seq, reason: `the document ${document} is missing and not listed as withheld` };
    if (bytes !== undefined && crypto.sha256(bytes) !== sha256)
      return { seq, reason: `the document ${document} was changed` };
  }
  const names = new Set(bound.map(({ document }) => `documents/${document}`));
  const stray = [...files.keys()].find((name) => name.startsWith('documents/') && !names.has(name));
  return stray === undefined ? null : { seq: 0, reason: `no event commits to ${stray}` };
}

type ReadPayload = { readonly kind: 'fits'; readonly value: unknown } | { readonly kind: 'changed' | 'absent' };

function readPayload(
  bytes: Uint8Array | undefined,
  hmacSha256: string,
  crypto: Pick<BundleCrypto, 'hmacSha256'>,
): ReadPayload {
  if (bytes === undefined) return { kind: 'absent' };
  const parsed = PayloadFile.safeParse(parseJson(decodeUtf8(bytes)));
  const key = parsed.success ? decodeBase64(parsed.data.key) : null;
  if (!parsed.success || key === null || key.length === 0) return { kind: 'changed' };
  try {
    const fits = crypto.hmacSha256(key, canonicalJson(parsed.data.value)) === hmacSha256;
    return fits ? { kind: 'fits', value: parsed.data.value } : { kind: 'changed' };
  } catch {
    return { kind: 'changed' };
  }
}

/** A payload binds a document when its value, or a member of a list that is its value, names one with its hash. */
function documentsIn(value: unknown, seq: number): readonly BoundDocument[] {
  const candidates: readonly unknown[] = Array.isArray(value) ? value : [value];
  return candidates.flatMap((candidate) => {
    const parsed = DocumentReference.safeParse(candidate);
    return parsed.success ? [{ ...parsed.data, seq }] : [];
  });
}

function readWithheld(bytes: Uint8Array | undefined): Withheld | null {
  if (bytes === undefined) return { payloads: [], documents: [] };
  return Withheld.safeParse(parseJson(decodeUtf8(bytes))).data ?? null;
}

function faultAt(event: AuditEvent, reason: string): ChainFault {
  return { seq: event.seq, reason };
}
