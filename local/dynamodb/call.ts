import { z } from 'zod';

const Failure = z.object({
  __type: z.string().default('UnknownError'),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** A refusal by the database, with DynamoDB's error code. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string;

  /** Takes DynamoDB's error code and its sentence. */
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Calls an operation of the database (`CreateTable`) or of its streams (`streams.GetRecords`). */
export type DatabaseCall = (operation: string, input: object) => Promise<unknown>;

/** Makes the caller of a database that checks no signatures, in DynamoDB's JSON protocol. */
export function createDatabaseCall(endpoint: string): DatabaseCall {
  return async (operation, input) => {
    const [name = '', streams] = operation.split('.').reverse();
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${streams ? 'DynamoDBStreams' : 'DynamoDB'}_20120810.${name}`,
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(input),
    });
    const body: unknown = await response.json();
    if (response.ok) return body;
    const { __type, message, Message } = Failure.parse(body);
    throw new DatabaseError(__type.replace(/^.*#/, ''), message ?? Message ?? '');
  };
}
