import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CaseRegister } from '../ports/orphans.ts';
import { partitionOf, RECORD_KEY } from './case-item.ts';

/** The most keys that one read of many takes. */
const READ_AT_ONCE = 100;

/** Which cases there are, by their records, read with strong consistency. */
export class DynamoDbCaseRegister implements CaseRegister {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, caseTable: string) {
    this.#client = client;
    this.#table = caseTable;
  }

  async absent(caseIds: readonly string[]): Promise<readonly string[]> {
    const absent: string[] = [];
    for (let from = 0; from < caseIds.length; from += READ_AT_ONCE) {
      absent.push(...(await this.#absentAmong(caseIds.slice(from, from + READ_AT_ONCE))));
    }
    return absent;
  }

  /** What the database did not get to is left for another time: only an answer that holds no record says so. */
  async #absentAmong(caseIds: readonly string[]): Promise<readonly string[]> {
    const { Responses: found, UnprocessedKeys: unread } = await this.#client.send(
      new BatchGetCommand({
        RequestItems: {
          [this.#table]: {
            Keys: caseIds.map((caseId) => ({ pk: partitionOf(caseId), sk: RECORD_KEY })),
            ConsistentRead: true,
            ProjectionExpression: 'pk',
          },
        },
      }),
    );
    const answered = found?.[this.#table];
    if (answered === undefined) return [];
    const maybeThere = new Set([...answered, ...(unread?.[this.#table]?.Keys ?? [])].map(({ pk }) => pk));
    return caseIds.filter((caseId) => !maybeThere.has(partitionOf(caseId)));
  }
}
