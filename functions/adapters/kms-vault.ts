import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { plus } from '#domain/instant';
import type { WrappedKeyRow } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import { KeyErasedError } from '../ports/errors.ts';
import type { FreshKeys, Vault } from '../ports/vault.ts';

/** Keys in the clear stay in a process for this many entries at most, so that a warm function asks KMS seldom. */
const REMEMBERED_KEYS = 2_000;
/** Minutes after which a remembered key is asked for again, so that an erasure reaches warm functions soon. */
const REMEMBERED_MINUTES = 5;

interface VaultSettings {
  readonly kms: KMSClient;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly wrappingKey: string;
  readonly clock: Clock;
}

interface RememberedKey {
  readonly key: Uint8Array;
  readonly until: string;
}

/** The vault on KMS and the keys table. The encryption context binds each wrapped key to its case and person. */
export class KmsVault implements Vault {
  readonly #settings: VaultSettings;
  readonly #remembered = new Map<string, RememberedKey>();

  constructor(settings: VaultSettings) {
    this.#settings = settings;
  }

  async createKeys(caseId: string, personIds: readonly string[]): Promise<FreshKeys> {
    const made = await Promise.all(personIds.map((personId) => this.#generate(caseId, personId)));
    return { rows: made.map(({ row }) => row), keys: new Map(made.map(({ row, key }) => [row.personId, key])) };
  }

  async ensureKey(caseId: string, personId: string): Promise<Uint8Array> {
    const known = this.#known(caseId, personId);
    if (known !== null) return known;
    const wrapped = await this.#wrapped(caseId, personId);
    if (wrapped !== null) return await this.#unwrap(caseId, personId, wrapped);
    const { row } = await this.#generate(caseId, personId);
    const put = new PutCommand({
      TableName: this.#settings.table,
      Item: row,
      ConditionExpression: 'attribute_not_exists(caseId)',
    });
    await this.#settings.client.send(put).catch(ignoreTaken);
    return await this.key(caseId, personId);
  }

  async key(caseId: string, personId: string): Promise<Uint8Array> {
    const known = this.#known(caseId, personId);
    if (known !== null) return known;
    const wrapped = await this.#wrapped(caseId, personId);
    if (wrapped === null) throw new KeyErasedError(`no key of ${personId} in ${caseId}`);
    return await this.#unwrap(caseId, personId, wrapped);
  }

  #known(caseId: string, personId: string): Uint8Array | null {
    const known = this.#remembered.get(`${caseId}/${personId}`);
    return known !== undefined && this.#settings.clock.now() < known.until ? known.key : null;
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

  async #wrapped(caseId: string, personId: string): Promise<Uint8Array | null> {
    const { Item: item } = await this.#settings.client.send(
      new GetCommand({ TableName: this.#settings.table, Key: { caseId, personId }, ConsistentRead: true }),
    );
    const wrapped: unknown = item?.['wrapped'];
    return wrapped instanceof Uint8Array ? wrapped : null;
  }

  async #unwrap(caseId: string, personId: string, wrapped: Uint8Array): Promise<Uint8Array> {
    const { Plaintext: key } = await this.#settings.kms.send(
      new DecryptCommand({ CiphertextBlob: wrapped, EncryptionContext: { caseId, personId } }),
    );
    if (key === undefined) throw new KeyErasedError(`no key of ${personId} in ${caseId}`);
    if (this.#remembered.size >= REMEMBERED_KEYS) this.#remembered.clear();
    const until = plus(this.#settings.clock.now(), { minutes: REMEMBERED_MINUTES });
    this.#remembered.set(`${caseId}/${personId}`, { key, until });
    return key;
  }
}

/** Another process recorded the key first: its key is the one that counts. */
function ignoreTaken(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
}
