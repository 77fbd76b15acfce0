import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDbAuthorities } from '#adapters/dynamodb-authorities';
import { type Authority, authorityKey } from '#domain/authority';

/** The register of authorities of a stage, as an operator keeps it. */
export class OperatedRegister {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #read: DynamoDbAuthorities;

  constructor(client: DynamoDBClient, caseTable: string) {
    this.#client = DynamoDBDocumentClient.from(client);
    this.#table = caseTable;
    this.#read = new DynamoDbAuthorities(this.#client, caseTable);
  }

  /** The authority of a client; null when there is no entry. */
  find(client: string): Promise<Authority | null> {
    return this.#read.find(client);
  }

  /** Puts the entry of a client, which must be `new` or `known`. @returns false when it is not */
  async put(client: string, authority: Authority, when: 'new' | 'known'): Promise<boolean> {
    const condition = when === 'new' ? 'attribute_not_exists(pk)' : 'attribute_exists(pk)';
    const Item = { ...authorityKey(client), authority };
    try {
      await this.#client.send(new PutCommand({ TableName: this.#table, Item, ConditionExpression: condition }));
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  }

  /** Takes the entry of a client away, if there is one. */
  async remove(client: string): Promise<void> {
    await this.#client.send(new DeleteCommand({ TableName: this.#table, Key: authorityKey(client) }));
  }
}
