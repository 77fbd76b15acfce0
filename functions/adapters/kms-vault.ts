import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { WrappedKeyRow } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import { KeyErasedError } from '../ports/errors.ts';
import type { FreshKeys, Vault } from '../ports/vault.ts';
import { Remembered } from './remembered.ts';

/** Keys in the clear stay in a process for a while, so that a warm function asks KMS seldom; an erasure reaches it soon. */
const KEYS_REMEMBERED = { minutes: 4, most: 2_000 } as const;
/** Wrapped keys as read, for those that are asked for next: both together stay no longer than five minutes. */
const ROWS_REMEMBERED = { minutes: 1, most: 200 } as const;
/** Keys of a case that are read at once: a case seldom has more persons that matter to one step. */
const READ_AT_ONCE = 20;

interface VaultSettings {
  readonly kms: KMSClient;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly wrappingKey: string;
  readonly clock: Clock;
}

/** The vault on KMS and the keys table. The encryption context binds each wrapped key to its case and person. */
export class KmsVault implements Vault {
  readonly #settings: VaultSettings;
  readonly #keys: Remembered<Uint8Array>;
  readonly #rows: Remembered<ReadonlyMap<string, Uint8Array>>;

  constructor(settings: VaultSettings) {
    this.#settings = settings;
    this.#keys = new Remembered(settings.clock, KEYS_REMEMBERED);
    this.#rows = new Remembered(settings.clock, ROWS_REMEMBERED);
  }

  async createKeys(caseId: string, personIds: readonly string[]): Promise<FreshKeys> {
    const made = await Promise.all(personIds.map((personId) => this.#generate(caseId, personId)));
    return { rows: made.map(({ row }) => row), keys: new Map(made.map(({ row, key }) => [row.personId, key])) };
  }

  async ensureKey(caseId: string, personId: string): Promise<Uint8Array> {
    try {
      return await this.key(caseId, personId);
    } catch (error) {
      if (!(error instanceof KeyErasedError)) throw error;
    }
    const { row } = await this.#generate(caseId, personId);
    const put = new PutCommand({
      TableName: this.#settings.table,
      Item: row,
      ConditionExpression: 'attribute_not_exists(caseId)',
    });
    await this.#settings.client.send(put).catch(ignoreTaken);
    return await this.key(caseId, personId);
  }

  key(caseId: string, personId: string): Promise<Uint8Array> {
    return this.#keys.get(`${caseId}/${personId}`, async () => {
      const wrapped = await this.#wrapped(caseId, personId);
      if (wrapped === null) throw new KeyErasedError(`no key of ${personId} in ${caseId}`);
      return await this.#unwrap(caseId, personId, wrapped);
    });
  }

  async #generate(caseId: string, personId: string): Promise<{ row: WrappedKeyRow; key: Uint8Array }> {
    const { CiphertextBlob: wrapped, Plaintext: key } = await this.#settings.kms.send(
      new GenerateDataKeyCommand({
        KeyId: this.#settings.wrappingKey,
        KeySpec: 'AES_256',
        EncryptionContext: { caseId, personId },
      }),
    );
    if (wrapped === undefined || key === undefined) throw new KeyErasedError('the key service returned no key');
    return { row: { caseId, personId, wrapped }, key };
  }

  /** Whoever is not among the first of a case, or joined it a moment ago, is looked up alone. */
  async #wrapped(caseId: string, personId: string): Promise<Uint8Array | null> {
    const rows = await this.#rows.get(caseId, () => this.#firstOf(caseId));
    const known = rows.get(personId);
    if (known !== undefined) return known;
    const { Item: item } = await this.#settings.client.send(
      new GetCommand({ TableName: this.#settings.table, Key: { caseId, personId }, ConsistentRead: true }),
    );
    return wrappedIn(item);
  }

  async #firstOf(caseId: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const { Items: items = [] } = await this.#settings.client.send(
      new QueryCommand({
        TableName: this.#settings.table,
        KeyConditionExpression: 'caseId = :caseId',
        ExpressionAttributeValues: { ':caseId': caseId },
        ConsistentRead: true,
        Limit: READ_AT_ONCE,
      }),
    );
    return new Map(
      items.flatMap((item) => {
        const wrapped = wrappedIn(item);
        return wrapped === null ? [] : [[String(item['personId']), wrapped] as const];
      }),
    );
  }

  async #unwrap(caseId: string, personId: string, wrapped: Uint8Array): Promise<Uint8Array> {
    const { Plaintext: key } = await this.#settings.kms.send(
      new DecryptCommand({ CiphertextBlob: wrapped, EncryptionContext: { caseId, personId } }),
    );
    if (key === undefined) throw new KeyErasedError(`no key of ${personId} in ${caseId}`);
    return key;
  }
}

function wrappedIn(item: Record<string, unknown> | undefined): Uint8Array | null {
  const wrapped = item?.['wrapped'];
  return wrapped instanceof Uint8Array ? wrapped : null;
}

/** Another process recorded the key first: its key is the one that counts. */
function ignoreTaken(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
}
