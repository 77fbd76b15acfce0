import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
} from '@aws-sdk/client-kms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFromTemplate } from '#local/services/kms/key';
import { createKms } from '#local/services/kms/kms-service';
import { clientConfig, listen } from '../listener.ts';

const ARN = 'arn:aws:kms:eu-central-1:000000000000:key/';
const KEYS = [
  keyFromTemplate('wrap', `${ARN}wrap`, {}, ['alias/wrap']),
  keyFromTemplate('other', `${ARN}other`, undefined, []),
  keyFromTemplate('sign', `${ARN}sign`, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }, []),
  keyFromTemplate('mac', `${ARN}mac`, { KeySpec: 'HMAC_256' }, []),
];

let directory: string;
let kms: KMSClient;
let close: () => Promise<void>;

async function start(): Promise<void> {
  const server = await listen(await createKms({ directory, keys: KEYS }));
  kms = new KMSClient(clientConfig(server.url));
  close = server.close;
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-kms-'));
  await start();
});

afterEach(async () => {
  kms.destroy();
  await close();
});

describe('KMS encryption', () => {
  it.each(['wrap', `${ARN}wrap`, 'alias/wrap', 'arn:aws:kms:eu-central-1:000000000000:alias/wrap'])(
    'makes a data key under %s that opens with its context only',
    async (KeyId) => {
      const EncryptionContext = { case: 'c-1', person: 'p-1' };
      const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }));
      expect(made.Plaintext).toHaveLength(32);
      const swapped = { person: 'p-1', case: 'c-1' };
      const CiphertextBlob = made.CiphertextBlob;
      const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: swapped }));
      expect(opened).toMatchObject({ Plaintext: made.Plaintext, KeyId: `${ARN}wrap` });
      const contexts: (Record<string, string> | undefined)[] = [
        undefined,
        { case: 'c-1' },
        { case: 'c-2', person: 'p-1' },
      ];
      for (const wrong of contexts) {
        const open = kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: wrong }));
        await expect(open).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
      }
    },
  );

  it('refuses another key and bytes that it did not make', async () => {
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: 'wrap', Plaintext: Buffer.from('x') }));
    const withOther = kms.send(new DecryptCommand({ CiphertextBlob, KeyId: 'other' }));
    await expect(withOther).rejects.toMatchObject({ name: 'IncorrectKeyException' });
    const flipped = Buffer.from(CiphertextBlob ?? []);
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    const stranger = Buffer.concat([Buffer.from([1, 4]), Buffer.from('else'), randomBytes(60)]);
    for (const blob of [flipped, randomBytes(80), stranger, Buffer.from('x')]) {
      const open = kms.send(new DecryptCommand({ CiphertextBlob: blob }));
      await expect(open).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    }
  });

  it('names keys that are not there or do something else', async () => {
    const missing = kms.send(new DescribeKeyCommand({ KeyId: 'nothing' }));
    await expect(missing).rejects.toMatchObject({ name: 'NotFoundException' });
    const misused = kms.send(new EncryptCommand({ KeyId: 'sign', Plaintext: Buffer.from('x') }));
    await expect(misused).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  });

  it('keeps its keys over a restart, readable by the owner only', async () => {
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: 'wrap', Plaintext: Buffer.from('kept') }));
    await close();
    await start();
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('kept');
    expect((await stat(join(directory, 'keys.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('KMS signatures', () => {
  it('signs messages and digests so that the public key verifies both', async () => {
    const { PublicKey, KeySpec } = await kms.send(new GetPublicKeyCommand({ KeyId: 'sign' }));
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
    expect(KeySpec).toBe('ECC_NIST_P256');
    for (let round = 0; round < 40; round += 1) {
      const message = randomBytes(100);
      const digest = createHash('sha256').update(message).digest();
      const base = { KeyId: 'sign', SigningAlgorithm: 'ECDSA_SHA_256' } as const;
      const raw = await kms.send(new SignCommand({ ...base, Message: message, MessageType: 'RAW' }));
      const ofDigest = await kms.send(new SignCommand({ ...base, Message: digest, MessageType: 'DIGEST' }));
      for (const { Signature } of [raw, ofDigest]) {
        expect(verify('sha256', message, key, Buffer.from(Signature ?? []))).toBe(true);
      }
    }
  });

  it.each([
    ['a message over 4096 bytes', 4_097, 'RAW'],
    ['a digest of the wrong length', 31, 'DIGEST'],
  ] as const)('refuses %s', async (_, length, MessageType) => {
    const Message = Buffer.alloc(length);
    const sign = new SignCommand({ KeyId: 'sign', SigningAlgorithm: 'ECDSA_SHA_256', Message, MessageType });
    await expect(kms.send(sign)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('makes the same code for the same message', async () => {
    const command = new GenerateMacCommand({ KeyId: 'mac', MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from('x') });
    const [first, second] = [await kms.send(command), await kms.send(command)];
    expect(first.Mac).toEqual(second.Mac);
    expect(first.Mac).toHaveLength(32);
  });
});
