import { KMSClient } from '@aws-sdk/client-kms';
import { KmsSigner } from '#adapters/kms-signer';
import { readConfig, Setting } from '#runtime/config';
import type { Signer } from '../ports/outside.ts';

/** The signer of checkpoints and receipts. */
export function buildSigner(): Signer {
  const { SIGNING_KEY } = readConfig({ SIGNING_KEY: Setting.SIGNING_KEY });
  return new KmsSigner(new KMSClient({}), SIGNING_KEY);
}
