import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsError } from '../responses.ts';
import type { LocalKey } from './key.ts';

/** Names and values that must be given again to decrypt. */
export type EncryptionContext = Readonly<Record<string, string>>;

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts under a key (AES-256-GCM): version, length and id of the key, initialisation vector, tag, ciphertext. */
export function seal(key: LocalKey, plaintext: Buffer, context: EncryptionContext): Buffer {
  const id = Buffer.from(key.keyId);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv).setAAD(canonical(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION, id.length]), id, iv, cipher.getAuthTag(), ciphertext]);
}

/** The id of the key that a ciphertext names; throws InvalidCiphertextException for what is no ciphertext of ours. */
export function keyIdOf(blob: Buffer): string {
  const length = blob[1] ?? 0;
  if (blob[0] !== VERSION || blob.length < 2 + length + IV_BYTES + TAG_BYTES) throw invalid();
  return blob.toString('utf8', 2, 2 + length);
}

/** Decrypts; throws InvalidCiphertextException when the bytes or the context are not those of the encryption. */
export function unseal(key: LocalKey, blob: Buffer, context: EncryptionContext): Buffer {
  const start = 2 + (blob[1] ?? 0);
  const iv = blob.subarray(start, start + IV_BYTES);
  const tag = blob.subarray(start + IV_BYTES, start + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key.secret, iv).setAAD(canonical(context)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(blob.subarray(start + IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw invalid();
  }
}

function canonical(context: EncryptionContext): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** What KMS says of bytes that it did not encrypt. */
export function invalid(): AwsError {
  return new AwsError('InvalidCiphertextException', 'The ciphertext or its encryption context is not valid');
}
