import {
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { appendEvents, emptyHead, headOf } from '#domain/audit-chain';
import type { AuditEvent } from '#domain/audit-event';
import { type BundleCrypto, type BundleEntry, buildBundle } from '#domain/bundle';
import { canonicalJson } from '#domain/canonical-json';
import { buildCheckpoint, buildSeal, checkpointPayload, hashCheckpoint } from '#domain/checkpoints';
import type { PublicKey } from '#domain/jws';
import { KeySet } from '#domain/jws';

/** The crypto of Node, as the CLI uses it. */
export const CRYPTO: BundleCrypto = {
  sha256: (data) => createHash('sha256').update(data).digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
  verifySignature: async (key, text, signature) =>
    verify(
      'sha256',
      Buffer.from(text),
      { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      signature,
    ),
};

/** Somebody who can sign: the key service, or a forger with a key of their own. */
export interface TestSigner {
  readonly kid: string;
  readonly publicKeys: readonly PublicKey[];
  readonly sign: (payload: string) => Promise<string>;
}

export function signerNamed(kid: string): TestSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    kid,
    publicKeys: KeySet.parse({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] }),
    sign: async (payload) => jws(privateKey, kid, payload),
  };
}

function jws(key: KeyObject, kid: string, payload: string): string {
  const text = [JSON.stringify({ alg: 'ES256', kid }), payload]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const DOCUMENT = Buffer.from('Content-Type: text/plain\r\n\r\nSie haben Recht.\r\n');
const AT = '2026-10-17T22:00:00.000Z';

/** Payloads of the test bundle: one text, one document. */
export const PAYLOADS = [
  { payloadId: 'note-2', key: new Uint8Array(32).fill(2), value: { text: 'Refrain 00:43' } },
  {
    payloadId: 'mail-4',
    key: new Uint8Array(32).fill(4),
    value: { document: 'mail-4.eml', sha256: CRYPTO.sha256(DOCUMENT) },
  },
] as const;

/** A document of the test bundle that an event commits to by itself, and the payload that names it. */
export const REQUEST = { explanation: 'Das ist mein Lied.', items: [1] };
export const POINTER = { payloadId: 'request-3', key: new Uint8Array(32).fill(3), document: 'request-3.json' } as const;

const COMMITTED = [...PAYLOADS, { ...POINTER, value: REQUEST }];

/** The documents of the test bundle. */
export const DOCUMENTS = [
  { name: 'mail-4.eml', bytes: DOCUMENT },
  { name: POINTER.document, bytes: Buffer.from(canonicalJson(REQUEST)) },
] as const;

/** A chain of six events of which three commit to payloads. */
export function testChain(note = 'anna'): AuditEvent[] {
  const events = Array.from({ length: 6 }, (_, index) => ({
    type: index === 5 ? ('case.sealed' as const) : ('note.added' as const),
    actor: { kind: 'person' as const, id: note },
    reason: null,
    data: { index },
    commitments: COMMITTED.filter(({ payloadId }) => payloadId.endsWith(`-${index + 1}`)).map(
      ({ payloadId, key, value }) => ({
        payloadId,
        hmacSha256: CRYPTO.hmacSha256(key, canonicalJson(value)),
      }),
    ),
  }));
  return appendEvents(emptyHead('case-1'), events, { at: AT, basisVersion: 'DSA_ART16@1' }, CRYPTO.sha256);
}

/** A whole bundle, sealed and covered by a later minute checkpoint, by whoever signs. */
export async function testBundle(
  signer: TestSigner,
  changes: Partial<Parameters<typeof buildBundle>[0]> = {},
): Promise<BundleEntry[]> {
  const events = changes.events ?? testChain();
  const last = events.at(-1);
  const head = last === undefined ? emptyHead('case-1') : headOf(last);
  const seal = buildSeal(head, AT, signer.kid);
  const minute = buildCheckpoint(
    { number: 6, hash: hashCheckpoint(seal, CRYPTO.sha256) },
    [head, { ...head, chain: 'case-0' }],
    AT,
    signer.kid,
  );
  const checkpoints = await Promise.all(
    [seal, minute].map(async (checkpoint) => ({ checkpoint, jws: await signer.sign(checkpointPayload(checkpoint)) })),
  );
  return await buildBundle(
    {
      chain: 'case-1',
      events,
      payloads: [...PAYLOADS, POINTER],
      documents: DOCUMENTS,
      withheld: { payloads: [], documents: [] },
      execution: { events: [{ id: 1, type: 'ExecutionStarted' }] },
      checkpoints,
      readme: 'How to verify this bundle.\n',
      at: AT,
      keyId: signer.kid,
      ...changes,
    },
    { sha256: CRYPTO.sha256, sign: signer.sign },
  );
}
