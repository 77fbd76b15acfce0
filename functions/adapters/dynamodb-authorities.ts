import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Authority, authorityKey } from '#domain/authority';
import type { AuthorityRegister } from '../ports/authorities.ts';

const Entry = z.object({ authority: Authority });

/** The register of authorities: an entry for each client beside the cases, put there by an operator's command. */
export class DynamoDbAuthorities implements AuthorityRegister {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, caseTable: string) {
    this.#client = client;
    this.#table = caseTable;
  }

  async find(client: string): Promise<Authority | null> {
    const { Item: found } = await this.#client.send(
      // A client that has just been taken away has to be unknown at once.
      new GetCommand({ TableName: this.#table, Key: authorityKey(client), ConsistentRead: true }),
    );
    return found === undefined ? null : Entry.parse(found).authority;
  }
}
