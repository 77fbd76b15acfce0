import { z } from 'zod';
import { type DatabaseCall, DatabaseError } from './call.ts';

/** A change of an item, as the stream tells it. */
export const StreamRecord = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), Keys: z.record(z.string(), z.unknown()) }),
});
/** A change of an item, as the stream tells it. */
export type StreamRecord = z.infer<typeof StreamRecord>;

/** How far a reader has come: the last sequence number handled in a shard, or that the shard is used up. */
export const Checkpoint = z.object({ stream: z.string(), shards: z.record(z.string(), z.string()) });
/** How far a reader has come. */
export type Checkpoint = z.infer<typeof Checkpoint>;

const Streams = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const Description = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });
const Iterator = z.object({ ShardIterator: z.string() });
const Records = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.string().nullish() });

/** Records of one shard that follow each other. */
export interface Batch {
  readonly shard: string;
  readonly records: readonly StreamRecord[];
}

/** Reads a table's stream from a checkpoint on. */
export interface StreamReader {
  /** The next records, at most `limit`; none when the reader has come to the end. */
  next(limit: number): Promise<Batch>;
  /** Notes that a shard is dealt with up to a sequence number; `next` goes on behind it. */
  commit(shard: string, sequenceNumber: string): Checkpoint;
}

const usedUp = 'used up';

/** Opens the stream of a table; a checkpoint of another stream (the table was made anew) counts for nothing. */
export async function openStream(call: DatabaseCall, table: string, kept?: Checkpoint): Promise<StreamReader> {
  const { Streams: streams } = Streams.parse(await call('streams.ListStreams', { TableName: table }));
  const stream = streams.at(-1)?.StreamArn;
  if (!stream) throw new Error(`Table ${table} has no stream.`);
  const shards: Record<string, string> = kept?.stream === stream ? { ...kept.shards } : {};
  let current: { shard: string; iterator: string } | undefined;
  let ahead: { sequenceNumber: string; iterator: string } | undefined;

  const locate = async (): Promise<typeof current> => {
    const { StreamDescription } = Description.parse(await call('streams.DescribeStream', { StreamArn: stream }));
    const shard = StreamDescription.Shards.find(({ ShardId }) => shards[ShardId] !== usedUp)?.ShardId;
    if (!shard) return undefined;
    const after = shards[shard];
    const position = after
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
      : { ShardIteratorType: 'TRIM_HORIZON' };
    const answer = await call('streams.GetShardIterator', { StreamArn: stream, ShardId: shard, ...position });
    return { shard, iterator: Iterator.parse(answer).ShardIterator };
  };
  const read = async (limit: number): Promise<Batch> => {
    current ??= await locate();
    if (!current) return { shard: '', records: [] };
    const { shard, iterator } = current;
    const page = Records.parse(await call('streams.GetRecords', { ShardIterator: iterator, Limit: limit }));
    const last = page.Records.at(-1)?.dynamodb.SequenceNumber;
    if (last) {
      ahead = page.NextShardIterator ? { sequenceNumber: last, iterator: page.NextShardIterator } : undefined;
      return { shard, records: page.Records };
    }
    if (page.NextShardIterator) {
      current = { shard, iterator: page.NextShardIterator };
      return { shard, records: [] };
    }
    shards[shard] = usedUp;
    current = undefined;
    return read(limit);
  };
  return {
    async next(limit) {
      try {
        return await read(limit);
      } catch (error) {
        current = undefined;
        if (error instanceof DatabaseError && /Iterator|TrimmedDataAccess/.test(error.code)) return read(limit);
        throw error;
      }
    },
    commit(shard, sequenceNumber) {
      shards[shard] = sequenceNumber;
      current = ahead?.sequenceNumber === sequenceNumber ? { shard, iterator: ahead.iterator } : undefined;
      return { stream, shards };
    },
  };
}
