import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { readIfThere, writeDurably } from '../durable-log.ts';

/** A key as the template declares it. */
export interface KeyDeclaration {
  readonly keyId: string;
  readonly arn: string;
  readonly spec: 'SYMMETRIC_DEFAULT' | 'ECC_NIST_P256' | 'HMAC_256';
  /** Names that begin with `alias/`. */
  readonly aliases: readonly string[];
}

/** A key with its secret: 32 bytes, or a private key. */
export interface LocalKey extends KeyDeclaration {
  readonly secret: Buffer;
  readonly privateKey: KeyObject | undefined;
  readonly publicKey: KeyObject | undefined;
}

const KeyProperties = z.looseObject({
  KeySpec: z.enum(['SYMMETRIC_DEFAULT', 'ECC_NIST_P256', 'HMAC_256']).default('SYMMETRIC_DEFAULT'),
});
const Material = z.record(z.string(), z.string());

/** Reads a key out of the resolved properties of an `AWS::KMS::Key`; throws when its spec is not served locally. */
export function keyFromTemplate(
  keyId: string,
  arn: string,
  properties: unknown,
  aliases: readonly string[],
): KeyDeclaration {
  return { keyId, arn, spec: KeyProperties.parse(properties ?? {}).KeySpec, aliases };
}

/** Loads the secrets of the declared keys from `keys.json` (mode 0600), making those that are not there yet. */
export async function openKeys(directory: string, declared: readonly KeyDeclaration[]): Promise<readonly LocalKey[]> {
  const file = join(directory, 'keys.json');
  const content = await readIfThere(file);
  const material = content === '' ? {} : Material.parse(JSON.parse(content));
  const missing = declared.filter(({ keyId }) => material[keyId] === undefined);
  for (const { keyId, spec } of missing) material[keyId] = newSecret(spec).toString('base64');
  if (missing.length > 0) await writeDurably(file, JSON.stringify(material));
  return declared.map((declaration) =>
    withSecret(declaration, Buffer.from(material[declaration.keyId] ?? '', 'base64')),
  );
}

function newSecret(spec: KeyDeclaration['spec']): Buffer {
  if (spec !== 'ECC_NIST_P256') return randomBytes(32);
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' });
}

function withSecret(declaration: KeyDeclaration, secret: Buffer): LocalKey {
  if (declaration.spec !== 'ECC_NIST_P256')
    return { ...declaration, secret, privateKey: undefined, publicKey: undefined };
  const privateKey = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' });
  return { ...declaration, secret, privateKey, publicKey: createPublicKey(privateKey) };
}
