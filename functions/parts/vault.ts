import { KMSClient } from '@aws-sdk/client-kms';
import { documentClient } from '#adapters/dynamodb-client';
import { KmsVault } from '#adapters/kms-vault';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import type { Vault } from '../ports/vault.ts';

let vault: Vault | undefined;

/** The vault of this process; one, so that its remembered keys serve every adapter. */
export function buildVault(): Vault {
  if (vault === undefined) {
    const { KEY_TABLE, WRAPPING_KEY } = readConfig({
      KEY_TABLE: Setting.KEY_TABLE,
      WRAPPING_KEY: Setting.WRAPPING_KEY,
    });
    vault = new KmsVault({
      kms: new KMSClient({}),
      client: documentClient(),
      table: KEY_TABLE,
      wrappingKey: WRAPPING_KEY,
      clock: systemClock,
    });
  }
  return vault;
}
