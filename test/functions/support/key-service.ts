import { createCipheriv, createDecipheriv, generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  DecryptCommand,
  GenerateDataKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { signDigest } from '#local/services/kms/digest-signature';

const IV = Buffer.alloc(12);

/** A key service at the edge of the SDK: wraps keys bound to their encryption context, and signs digests. */
export function fakeKeyService() {
  const kms = new KMSClient({ region: 'eu-central-1' });
  const mock = mockClient(kms);
  const wrapping = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  mock.on(GenerateDataKeyCommand).callsFake(({ EncryptionContext: context }) => {
    const plain = randomBytes(32);
    const cipher = createCipheriv('aes-256-gcm', wrapping, IV).setAAD(Buffer.from(JSON.stringify(context)));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return { Plaintext: plain, CiphertextBlob: Buffer.concat([cipher.getAuthTag(), body]) };
  });
  mock.on(DecryptCommand).callsFake(({ CiphertextBlob: blob, EncryptionContext: context }) => {
    const sealed = Buffer.from(blob);
    const decipher = createDecipheriv('aes-256-gcm', wrapping, IV)
      .setAAD(Buffer.from(JSON.stringify(context)))
      .setAuthTag(sealed.subarray(0, 16));
    return { Plaintext: Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()]) };
  });
  mock.on(GetPublicKeyCommand).resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) });
  mock.on(SignCommand).callsFake(({ Message: digest }) => ({ Signature: signDigest(Buffer.from(digest), privateKey) }));
  return { kms, mock };
}
