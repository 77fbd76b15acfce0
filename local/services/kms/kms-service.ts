import { createHmac, randomBytes, sign } from 'node:crypto';
import * as z from 'zod';
import type { ServiceHandler } from '../../ports.ts';
import { jsonService, operation } from '../json-service.ts';
import { AwsError } from '../responses.ts';
import { signDigest } from './digest-signature.ts';
import { invalid, keyIdOf, seal, unseal } from './envelope.ts';
import { type KeyDeclaration, type LocalKey, openKeys } from './key.ts';

/** What the KMS endpoint needs: a directory of its own, and the template's keys (`keyFromTemplate`). */
export interface KmsOptions {
  readonly directory: string;
  readonly keys: readonly KeyDeclaration[];
}

const Context = z.record(z.string(), z.string()).default({});
const bytesUpTo = (limit: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length <= limit, `at most ${limit} bytes`);
const KeyRequest = z.looseObject({ KeyId: z.string() });
const DataKeyRequest = KeyRequest.extend({ EncryptionContext: Context, NumberOfBytes: z.int().max(1_024).optional() });
const EncryptRequest = KeyRequest.extend({ Plaintext: bytesUpTo(4_096), EncryptionContext: Context });
const DecryptRequest = z.looseObject({
  KeyId: z.string().optional(),
  CiphertextBlob: bytesUpTo(6_144),
  EncryptionContext: Context,
});
const MacRequest = KeyRequest.extend({ Message: bytesUpTo(4_096), MacAlgorithm: z.literal('HMAC_SHA_256') });
const SignRequest = KeyRequest.extend({
  Message: bytesUpTo(4_096),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});

/** KMS with local keys: the operations that Writ uses, with the refusals of KMS. */
export async function createKms(options: KmsOptions): Promise<ServiceHandler> {
  const keys = await openKeys(options.directory, options.keys);
  const find = (name: string, spec?: KeyDeclaration['spec']): LocalKey => {
    const plain = name.replace(/^arn:aws:kms:[^:]*:[^:]*:(?=alias\/)/, '');
    const key = keys.find(({ keyId, arn, aliases }) => plain === keyId || plain === arn || aliases.includes(plain));
    if (key === undefined) throw new AwsError('NotFoundException', `Key '${name}' does not exist`);
    if (spec !== undefined && key.spec !== spec) {
      throw new AwsError('InvalidKeyUsageException', `${key.arn} key usage is not valid for this operation`);
    }
    return key;
  };
  return jsonService({ ...encryption(find), ...signing(find) });
}

type Find = (name: string, spec?: KeyDeclaration['spec']) => LocalKey;

function encryption(find: Find): Parameters<typeof jsonService>[0] {
  const findOf = (blob: Buffer): LocalKey => {
    const name = keyIdOf(blob);
    try {
      return find(name, 'SYMMETRIC_DEFAULT');
    } catch (error) {
      // Bytes that name no key of ours were not made here.
      throw error instanceof AwsError && error.code === 'NotFoundException' ? invalid() : error;
    }
  };
  return {
    GenerateDataKey: operation(DataKeyRequest, (input) => {
      const key = find(input.KeyId, 'SYMMETRIC_DEFAULT');
      const plaintext = randomBytes(input.NumberOfBytes ?? 32);
      const blob = seal(key, plaintext, input.EncryptionContext);
      return { KeyId: key.arn, CiphertextBlob: blob.toString('base64'), Plaintext: plaintext.toString('base64') };
    }),
    Encrypt: operation(EncryptRequest, (input) => {
      const key = find(input.KeyId, 'SYMMETRIC_DEFAULT');
      const blob = seal(key, input.Plaintext, input.EncryptionContext);
      return { KeyId: key.arn, CiphertextBlob: blob.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    }),
    Decrypt: operation(DecryptRequest, (input) => {
      const key = findOf(input.CiphertextBlob);
      if (input.KeyId !== undefined && find(input.KeyId) !== key) {
        throw new AwsError(
          'IncorrectKeyException',
          'The key ID in the request does not identify the key of the ciphertext',
        );
      }
      const plaintext = unseal(key, input.CiphertextBlob, input.EncryptionContext);
      return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    }),
  };
}

function signing(find: Find): Parameters<typeof jsonService>[0] {
  return {
    DescribeKey: operation(KeyRequest, (input) => ({ KeyMetadata: metadata(find(input.KeyId)) })),
    GetPublicKey: operation(KeyRequest, (input) => {
      const key = find(input.KeyId, 'ECC_NIST_P256');
      const der = key.publicKey?.export({ format: 'der', type: 'spki' });
      const { Arn, KeySpec, KeyUsage } = metadata(key);
      return {
        KeyId: Arn,
        PublicKey: der?.toString('base64'),
        KeySpec,
        KeyUsage,
        SigningAlgorithms: ['ECDSA_SHA_256'],
      };
    }),
    Sign: operation(SignRequest, (input) => {
      const key = find(input.KeyId, 'ECC_NIST_P256');
      if (key.privateKey === undefined) throw new AwsError('KMSInternalException', 'the key has no private part', 500);
      if (input.MessageType === 'DIGEST' && input.Message.length !== 32) {
        throw new AwsError('ValidationException', 'Digest is invalid length for algorithm ECDSA_SHA_256');
      }
      const signature =
        input.MessageType === 'DIGEST'
          ? signDigest(input.Message, key.privateKey)
          : sign('sha256', input.Message, key.privateKey);
      return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm: input.SigningAlgorithm };
    }),
    GenerateMac: operation(MacRequest, (input) => {
      const key = find(input.KeyId, 'HMAC_256');
      const mac = createHmac('sha256', key.secret).update(input.Message).digest('base64');
      return { KeyId: key.arn, Mac: mac, MacAlgorithm: input.MacAlgorithm };
    }),
  };
}

function metadata(key: LocalKey): {
  KeyId: string;
  Arn: string;
  KeySpec: string;
  KeyUsage: string;
  KeyState: string;
  Enabled: boolean;
} {
  const usages = {
    SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
    ECC_NIST_P256: 'SIGN_VERIFY',
    HMAC_256: 'GENERATE_VERIFY_MAC',
  };
  return {
    KeyId: key.keyId,
    Arn: key.arn,
    KeySpec: key.spec,
    KeyUsage: usages[key.spec],
    KeyState: 'Enabled',
    Enabled: true,
  };
}
