import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '../ports/outside.ts';

const COORDINATE_BYTES = 32;

/** Signs with an asymmetric KMS key (ECC_NIST_P256). A signature differs each time: keep it, never sign again. */
export class KmsSigner implements Signer {
  readonly #kms: KMSClient;
  readonly #signingKey: string;
  #publicKey: Promise<KeyObject> | undefined;

  constructor(kms: KMSClient, signingKey: string) {
    this.#kms = kms;
    this.#signingKey = signingKey;
  }

  async keyId(): Promise<string> {
    const { x, y } = (await this.#public()).export({ format: 'jwk' });
    return createHash('sha256').update(`${x}.${y}`).digest('base64url').slice(0, 16);
  }

  async sign(payload: string): Promise<string> {
    const header = { alg: 'ES256', typ: 'JOSE', kid: await this.keyId() };
    const signed = `${base64url(JSON.stringify(header))}.${base64url(payload)}`;
    const { Signature: der } = await this.#kms.send(
      new SignCommand({
        KeyId: this.#signingKey,
        Message: createHash('sha256').update(signed).digest(),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    if (der === undefined) throw new TypeError('the key service returned no signature');
    return `${signed}.${Buffer.from(joseSignature(der)).toString('base64url')}`;
  }

  async publicKeys(): Promise<{ readonly keys: readonly Readonly<Record<string, unknown>>[] }> {
    const jwk = (await this.#public()).export({ format: 'jwk' });
    return { keys: [{ ...jwk, alg: 'ES256', use: 'sig', kid: await this.keyId() }] };
  }

  #public(): Promise<KeyObject> {
    this.#publicKey ??= this.#kms
      .send(new GetPublicKeyCommand({ KeyId: this.#signingKey }))
      .then(({ PublicKey: der = new Uint8Array() }) =>
        createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' }),
      );
    return this.#publicKey;
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** Turns a DER signature (SEQUENCE of two INTEGERs) into the r‖s form of RFC 7518 section 3.4. */
export function joseSignature(der: Uint8Array): Uint8Array {
  const joined = new Uint8Array(2 * COORDINATE_BYTES);
  let offset = 2;
  for (const end of [COORDINATE_BYTES, 2 * COORDINATE_BYTES]) {
    const length = der[offset + 1] ?? 0;
    const digits = der.subarray(offset + 2, offset + 2 + length);
    const value = digits.subarray(Math.max(0, digits.length - COORDINATE_BYTES));
    joined.set(value, end - value.length);
    offset += 2 + length;
  }
  return joined;
}
