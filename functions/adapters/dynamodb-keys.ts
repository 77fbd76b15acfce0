import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../ports/clock.ts';
import { CASE_SECRET } from '../ports/vault.ts';

/** Destroys wrapped keys: the only place that changes a row of the keys table. */
export class DynamoDbKeys {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  /** Those of a case that have, or had, a key of their own. */
  async personsOf(caseId: string): Promise<readonly string[]> {
    const persons: string[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#table,
          KeyConditionExpression: 'caseId = :caseId',
          ExpressionAttributeValues: { ':caseId': caseId },
          ProjectionExpression: 'personId',
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      persons.push(...(page.Items ?? []).map((item) => String(item['personId'])));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return persons.filter((personId) => personId !== CASE_SECRET);
  }

  /** Leaves the row without its key: while it is there, no other process makes a key of that person anew. */
  async destroy(caseId: string, personId: string): Promise<void> {
    if (personId === CASE_SECRET) throw new TypeError("the case's own secret keeps its audit, and is never destroyed");
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { caseId, personId },
        UpdateExpression: 'SET erasedAt = if_not_exists(erasedAt, :at) REMOVE #wrapped',
        // A word that DynamoDB keeps for itself.
        ExpressionAttributeNames: { '#wrapped': 'wrapped' },
        ExpressionAttributeValues: { ':at': this.#clock.now() },
      }),
    );
  }
}
