import {
  type _Record,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import { plainImage } from '#adapters/stream-image';
import { OutboxRow, type RelayedEntry } from '../../functions/operations/relay-outbox/contract.ts';
import { orNull } from '../deploy/asked.ts';
import type { Undelivered } from './undelivered.ts';

/** What Lambda puts into the queue for a batch of the table's stream: where the records are, not the records. */
const FailedBatch = z.object({
  requestContext: z.object({ condition: z.string().default('') }).default({ condition: '' }),
  DDBStreamBatchInfo: z.object({
    streamArn: z.string(),
    shardId: z.string(),
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
    approximateArrivalOfFirstRecord: z.string(),
  }),
});
type Place = z.infer<typeof FailedBatch>['DDBStreamBatchInfo'];

const FORGOTTEN = /TrimmedDataAccess|ResourceNotFound/;
/** Pages without the last record after which it is not looked for any longer. */
const PAGES = 200;

/**
 * A batch of the outbox that the relay failed on, read from the stream once more: which cases, and what for.
 * @throws z.ZodError when the body is none of such a batch
 */
export async function readFailedRecords(
  client: DynamoDBStreamsClient,
  relay: string,
  body: string,
): Promise<Undelivered> {
  const { requestContext, DDBStreamBatchInfo: place } = FailedBatch.parse(JSON.parse(body));
  const fault = requestContext.condition;
  const records = await orNull(FORGOTTEN, () => readRecords(client, place));
  if (records === null || records.length === 0) {
    const kind = `asked for at ${place.approximateArrivalOfFirstRecord}; the stream keeps a record for 24 hours`;
    return { what: [{ caseId: 'no longer known', kind }], fault, again: null };
  }
  const again = { functionName: relay, payload: { Records: records } };
  return { what: records.map(({ dynamodb }) => wishOf(dynamodb?.NewImage ?? {})), fault, again };
}

async function readRecords(client: DynamoDBStreamsClient, place: Place): Promise<readonly _Record[]> {
  const { streamArn: StreamArn, shardId: ShardId, startSequenceNumber: SequenceNumber } = place;
  const ShardIteratorType = 'AT_SEQUENCE_NUMBER';
  const start = await client.send(
    new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType, SequenceNumber }),
  );
  const found: _Record[] = [];
  let iterator = start.ShardIterator;
  for (let page = 0; iterator !== undefined && page < PAGES; page += 1) {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
    found.push(
      ...Records.filter((record) => isOfOutbox(record) && numberOf(record) <= BigInt(place.endSequenceNumber)),
    );
    const last = Records.at(-1);
    if (last !== undefined && numberOf(last) >= BigInt(place.endSequenceNumber)) break;
    iterator = NextShardIterator;
  }
  return found;
}

function numberOf({ dynamodb }: _Record): bigint {
  return BigInt(dynamodb?.SequenceNumber ?? 0);
}

/** The stream holds every change of the table; the relay is given new rows of the outbox. */
function isOfOutbox({ eventName, dynamodb }: _Record): boolean {
  return eventName === 'INSERT' && dynamodb?.Keys?.['sk']?.S?.startsWith('OUTBOX#') === true;
}

const Named = z.object({ caseId: z.string() }).catch({ caseId: 'no case named' });

/** What a row asks for; that the relay cannot read one may be why it failed. */
function wishOf(image: Readonly<Record<string, unknown>>): { readonly caseId: string; readonly kind: string } {
  const row = plainImage(image);
  const { data } = OutboxRow.safeParse(row);
  return { ...Named.parse(row), kind: data === undefined ? 'a row that does not fit' : describeEntry(data.entry) };
}

function describeEntry(entry: RelayedEntry): string {
  switch (entry.kind) {
    case 'start':
      return `start of run ${entry.run} at ${entry.stage}`;
    case 'ring':
      return `ring of ${entry.doorbell}`;
    case 'page':
      return `page: ${entry.reason}`;
    case 'schedule':
      return `timer for ${entry.at}: ${entry.purpose}`;
    default:
      return entry satisfies never;
  }
}
