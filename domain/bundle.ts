import * as z from 'zod';
import { emptyHead, headOf } from './audit-chain.ts';
import { type AuditEvent, ChainHead, SignedCheckpoint } from './audit-event.ts';
import { canonicalJson } from './canonical-json.ts';
import { encodeBase64, type VerifySignature } from './jws.ts';

/** One file of a bundle, by its name with forward slashes. */
export interface BundleEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What may stand in a file name of a payload or a document. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/**
 * `payloads/<payloadId>.json`: the key and what an event commits to: a value, or the file of `documents/` that holds
 * it as canonical JSON. The commitment is HMAC-SHA-256 under `key` (base64) over the canonical JSON of the value.
 */
export const PayloadFile = z.union([
  z.strictObject({ key: z.string(), document: z.string().regex(SAFE_NAME) }),
  z.strictObject({ key: z.string(), value: z.unknown() }),
]);
export type PayloadFile = z.infer<typeof PayloadFile>;

/** A payload's value that binds a file of `documents/` to the chain: its name and the SHA-256 of its bytes. */
export const DocumentReference = z.object({
  document: z.string().regex(SAFE_NAME),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DocumentReference = z.infer<typeof DocumentReference>;

/** Why a payload or document is not in the bundle: erased for good, or withheld from this reader. */
const Absence = z.object({ reason: z.enum(['erased', 'withheld']), ground: z.string().min(1).max(500) });

/** `withheld.json`: what the chain commits to and the bundle leaves out, each with its ground. */
export const Withheld = z.strictObject({
  payloads: z.array(Absence.extend({ payloadId: z.string() }).strict()),
  documents: z.array(Absence.extend({ document: z.string() }).strict()),
});
export type Withheld = z.infer<typeof Withheld>;

/**
 * What the exporter signs: the end of the chain, the SHA-256 of every other file, and the signed checkpoints and seals
 * that speak of the chain.
 */
export const BundleSeal = z.strictObject({
  chain: z.string(),
  at: z.iso.datetime(),
  keyId: z.string(),
  head: ChainHead,
  files: z.record(z.string(), z.string()),
  checkpoints: z.array(SignedCheckpoint),
});
export type BundleSeal = z.infer<typeof BundleSeal>;

/** `seal.json`: the seal and a compact JWS (ES256) over its canonical JSON. */
export const SealFile = z.strictObject({ seal: BundleSeal, jws: z.string() });
export type SealFile = z.infer<typeof SealFile>;

/** What an event commits to, with the key of the commitment: a value, or the name of the document that holds it. */
export type BundlePayload = { readonly payloadId: string; readonly key: Uint8Array } & (
  | { readonly value: unknown }
  | { readonly document: string }
);

/** Everything that goes into a bundle. */
export interface BundleParts {
  readonly chain: string;
  readonly events: readonly AuditEvent[];
  readonly payloads: readonly BundlePayload[];
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly withheld: Withheld;
  /** Events of the executions, as Step Functions gives them. */
  readonly execution: unknown;
  /** Signed checkpoints and seals that speak of the chain, oldest first. */
  readonly checkpoints: readonly SignedCheckpoint[];
  readonly readme: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly keyId: string;
}

/** What building a bundle needs of the outside. */
export interface BundleTools {
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: (data: Uint8Array) => string;
  /** Signs a text as a compact JWS (ES256) with the key named `keyId` in its header. */
  readonly sign: (payload: string) => Promise<string>;
}

/** What verifying needs of the outside. */
export interface BundleCrypto {
  /** SHA-256 of bytes, or of the UTF-8 bytes of a text, in lower-case hexadecimal. */
  readonly sha256: (data: string | Uint8Array) => string;
  /** HMAC-SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal. */
  readonly hmacSha256: (key: Uint8Array, text: string) => string;
  readonly verifySignature: VerifySignature;
}

/** Builds the files of a bundle, `seal.json` last. Throws RangeError for a name that no verifier would accept. */
export async function buildBundle(parts: BundleParts, tools: BundleTools): Promise<BundleEntry[]> {
  const entries: BundleEntry[] = [
    textEntry('events.jsonl', parts.events.map((event) => `${canonicalJson(event)}\n`).join('')),
    ...parts.payloads.map(({ payloadId, key, ...content }) =>
      textEntry(`payloads/${safe(payloadId)}.json`, canonicalJson({ key: encodeBase64(key), ...content })),
    ),
    ...parts.documents.map(({ name, bytes }) => ({ name: `documents/${safe(name)}`, bytes })),
    textEntry('withheld.json', canonicalJson(parts.withheld)),
    textEntry('execution.json', JSON.stringify(parts.execution, null, 2)),
    textEntry('README.txt', parts.readme),
  ];
  const last = parts.events.at(-1);
  const seal: BundleSeal = {
    chain: parts.chain,
    at: parts.at,
    keyId: parts.keyId,
    head: last === undefined ? emptyHead(parts.chain) : headOf(last),
    files: Object.fromEntries(entries.map(({ name, bytes }) => [name, tools.sha256(bytes)])),
    checkpoints: [...parts.checkpoints],
  };
  const jws = await tools.sign(canonicalJson(seal));
  return [...entries, textEntry('seal.json', canonicalJson({ seal, jws }))];
}

/** Why a file name has no place in a bundle, or null when it may stand there. */
export function faultOfName(name: string): string | null {
  const known = ['events.jsonl', 'seal.json', 'withheld.json', 'execution.json', 'README.txt'];
  if (known.includes(name)) return null;
  const [folder = '', file = '', ...rest] = name.split('/');
  const wellFormed = rest.length === 0 && SAFE_NAME.test(file) && !file.includes('..');
  if (folder === 'payloads' && wellFormed && file.endsWith('.json')) return null;
  if (folder === 'documents' && wellFormed) return null;
  return `the bundle holds a file that has no place in it: ${JSON.stringify(name)}`;
}

function safe(name: string): string {
  if (!SAFE_NAME.test(name) || name.includes('..')) throw new RangeError(`no name for a file of a bundle: ${name}`);
  return name;
}

function textEntry(name: string, text: string): BundleEntry {
  return { name, bytes: new TextEncoder().encode(text) };
}
