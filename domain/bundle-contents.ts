import type { ChainFault } from './audit-chain.ts';
import type { AuditEvent } from './audit-event.ts';
import { type BundleCrypto, DocumentReference, PayloadFile, Withheld } from './bundle.ts';
import { canonicalJson } from './canonical-json.ts';
import { decodeBase64, decodeUtf8, parseJson } from './jws.ts';

/** What the contents of a bundle are checked by. */
interface Contents {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly withheld: Withheld;
  readonly crypto: Pick<BundleCrypto, 'sha256' | 'hmacSha256'>;
}

/** What was found of one commitment: why it does not fit, or the documents that it binds to the chain. */
type Finding = { readonly fault: string } | { readonly documents: readonly string[] };

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
  for (const event of events) {
    for (const { payloadId, hmacSha256 } of event.commitments) {
      const finding = checkPayload({ files, withheld, crypto }, payloadId, hmacSha256);
      if ('fault' in finding) return { seq: event.seq, reason: finding.fault };
      committed.add(`payloads/${payloadId}.json`);
      for (const document of finding.documents) committed.add(`documents/${document}`);
    }
  }
  const stray = [...files.keys()].find((name) => /^(?:payloads|documents)\//.test(name) && !committed.has(name));
  return stray === undefined ? null : { seq: 0, reason: `no event commits to ${stray}` };
}

function checkPayload(contents: Contents, payloadId: string, hmacSha256: string): Finding {
  const { files, withheld, crypto } = contents;
  const file = files.get(`payloads/${payloadId}.json`);
  if (file === undefined) {
    const listed = withheld.payloads.some((absent) => absent.payloadId === payloadId);
    return listed ? { documents: [] } : { fault: `the payload ${payloadId} is missing and not listed as withheld` };
  }
  const changed = { fault: `the payload ${payloadId} was changed` };
  const payload = PayloadFile.safeParse(parseJson(decodeUtf8(file))).data;
  const key = payload === undefined ? null : decodeBase64(payload.key);
  if (payload === undefined || key === null || key.length === 0) return changed;
  const fits = (canonical: string): boolean => crypto.hmacSha256(key, canonical) === hmacSha256;
  if ('document' in payload) {
    return checkDocument(contents, payload.document, (bytes) => {
      const text = decodeUtf8(bytes);
      const canonical = canonicalOf(parseJson(text));
      return canonical !== null && canonical === text && fits(canonical);
    });
  }
  const canonical = canonicalOf(payload.value);
  return canonical !== null && fits(canonical) ? checkReferences(contents, payload.value) : changed;
}

/** A payload binds a document when its value, or a member of a list that is its value, names one with its hash. */
function checkReferences(contents: Contents, value: unknown): Finding {
  const candidates: readonly unknown[] = Array.isArray(value) ? value : [value];
  const documents: string[] = [];
  for (const { document, sha256 } of candidates.flatMap(
    (candidate) => DocumentReference.safeParse(candidate).data ?? [],
  )) {
    const finding = checkDocument(contents, document, (bytes) => contents.crypto.sha256(bytes) === sha256);
    if ('fault' in finding) return finding;
    documents.push(document);
  }
  return { documents };
}

function checkDocument({ files, withheld }: Contents, document: string, fits: (bytes: Uint8Array) => boolean): Finding {
  const bytes = files.get(`documents/${document}`);
  const listed = withheld.documents.some((absent) => absent.document === document);
  if (bytes === undefined && !listed)
    return { fault: `the document ${document} is missing and not listed as withheld` };
  if (bytes !== undefined && !fits(bytes)) return { fault: `the document ${document} was changed` };
  return { documents: [document] };
}

/** The canonical JSON of a value, or null for one that has none. */
function canonicalOf(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}

function readWithheld(bytes: Uint8Array | undefined): Withheld | null {
  if (bytes === undefined) return { payloads: [], documents: [] };
  return Withheld.safeParse(parseJson(decodeUtf8(bytes))).data ?? null;
}
