import * as z from 'zod';

/** A public key of a JWKS, for ES256. Members that other algorithms need are let through unread. */
export const PublicKey = z.looseObject({
  kid: z.string().min(1),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().min(1),
  y: z.string().min(1),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** A JWKS, of which the keys that Writ cannot use are left out. */
export const KeySet = z
  .object({ keys: z.array(z.unknown()) })
  .transform(({ keys }) => keys.flatMap((key) => PublicKey.safeParse(key).data ?? []));

/** Tells whether `signature` (r‖s, 64 bytes) is one of `key` over the UTF-8 bytes of `text`, with SHA-256. */
export type VerifySignature = (key: PublicKey, text: string, signature: Uint8Array) => Promise<boolean>;

/** What reading a compact JWS gave: its payload as text and the key's id, or why it is refused. */
export type ReadJws =
  | { readonly kind: 'valid'; readonly keyId: string; readonly payload: string }
  | { readonly kind: 'refused'; readonly reason: string };

const Header = z.object({ alg: z.literal('ES256'), kid: z.string() });

/** Verifies a compact JWS (ES256 only) against keys that the caller trusts. Never throws for what it is given. */
export async function readJws(
  jws: string,
  keys: readonly PublicKey[],
  verifySignature: VerifySignature,
): Promise<ReadJws> {
  const [header = '', payload = '', signature = '', ...rest] = jws.split('.');
  const parsed = Header.safeParse(parseJson(decodeText(header)));
  const bytes = decodeBytes(signature);
  const text = decodeText(payload);
  if (!parsed.success || bytes === null || text === null || rest.length > 0) {
    return { kind: 'refused', reason: 'the signature is no compact JWS with ES256' };
  }
  const key = keys.find((candidate) => candidate.kid === parsed.data.kid);
  if (key === undefined) {
    return { kind: 'refused', reason: `signed with the key "${parsed.data.kid}", which is not among the trusted keys` };
  }
  const valid = await verifySignature(key, `${header}.${payload}`, bytes).catch(() => false);
  return valid
    ? { kind: 'valid', keyId: parsed.data.kid, payload: text }
    : { kind: 'refused', reason: 'the signature does not fit the key' };
}

/** Decodes base64url without padding, and only its one canonical spelling; null for anything else. */
export function decodeBytes(value: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(value)) return null;
  const bytes = decodeBase64(
    value
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .padEnd(Math.ceil(value.length / 4) * 4, '='),
  );
  return bytes;
}

/** Decodes padded base64, and only its one canonical spelling; null for anything else. */
export function decodeBase64(value: string): Uint8Array | null {
  try {
    const binary = atob(value);
    return btoa(binary) === value ? Uint8Array.from(binary, (character) => character.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

/** Encodes bytes as padded base64. */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Reads bytes as UTF-8; null when they are not. A byte order mark is kept and counts as content. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Parses JSON; undefined when it is none. */
export function parseJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decodeText(value: string): string | null {
  const bytes = decodeBytes(value);
  return bytes === null ? null : decodeUtf8(bytes);
}
