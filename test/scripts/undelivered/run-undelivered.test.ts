import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../scripts/deploy/command-line.ts';
import { readUndeliveredOptions } from '../../../scripts/undelivered/options.ts';
import { QUEUES, RELAY, runUndelivered } from '../../../scripts/undelivered/run-undelivered.ts';
import { type AwsServer, jsonError, startAwsServer } from '../../support/aws-server.ts';
import { synthesizedStage } from '../../support/synthesized.ts';

const template = synthesizedStage().stacks.find(({ name }) => name === 'writ-dev-workflow')!;
const ids = new Map(template.resources.map(({ logicalId }) => [logicalId, `physical-${logicalId}`]));
const stack = { name: template.name, status: 'CREATE_COMPLETE', parameters: {}, template, physicalIds: ids };

const ENDED = {
  requestContext: {
    functionArn: 'arn:aws:lambda:eu-central-1:1:function:archive:$LATEST',
    condition: 'RetriesExhausted',
  },
  requestPayload: { detail: { name: 'case-abc123-1', to: 'somebody@label.example' } },
  responsePayload: { errorType: 'ThrottlingException', errorMessage: 'Rate exceeded' },
};
const BATCH = {
  requestContext: { condition: 'RetryAttemptsExhausted' },
  DDBStreamBatchInfo: {
    streamArn: 'arn:stream',
    shardId: 'shard-1',
    startSequenceNumber: '100',
    endSequenceNumber: '300',
    approximateArrivalOfFirstRecord: '2026-10-17T21:40:00Z',
  },
};

function record(number: number, sk: string, entry: object) {
  const NewImage = { caseId: { S: `case-${number}` }, entry: { M: entry } };
  return { eventName: 'INSERT', dynamodb: { SequenceNumber: String(number), Keys: { sk: { S: sk } }, NewImage } };
}

const PAGE = { kind: { S: 'page' }, pageId: { S: 'p' }, reason: { S: 'case-parked' } };
const TIMER = { kind: { S: 'schedule' }, name: { S: 'n' }, at: { S: '2027-01-01T00:00:00.000Z' }, purpose: { S: 'x' } };

let aws: AwsServer;
let waiting: object[];
let folder = '';
beforeAll(async () => {
  aws = await startAwsServer();
  folder = mkdtempSync(join(tmpdir(), 'writ-undelivered-'));
});
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  aws.answer('ReceiveMessage', () => {
    const given = waiting.splice(0, 10).map((content, index) => {
      const Body = JSON.stringify(content);
      const MD5OfBody = createHash('md5').update(Body).digest('hex');
      return { MessageId: `m${waiting.length}-${index}`, ReceiptHandle: `h${index}`, Body, MD5OfBody };
    });
    // An empty queue is answered without a list.
    return { body: given.length === 0 ? {} : { Messages: given } };
  });
  aws.answer('DeleteMessage', { body: {} });
  aws.answer('ChangeMessageVisibility', { body: {} });
  aws.answer('GetShardIterator', { body: { ShardIterator: 'i1' } });
  aws.answer('GetRecords', {
    body: {
      Records: [
        record(100, 'OUTBOX#1', PAGE),
        record(200, 'DECISION#1', {}),
        record(300, 'OUTBOX#2', TIMER),
        record(300, 'OUTBOX#3', { kind: { S: 'of another version' } }),
        record(400, 'OUTBOX#4', PAGE),
      ],
      NextShardIterator: 'i2',
    },
  });
});

async function undelivered(line: string) {
  const options = readUndeliveredOptions(['--stage', 'dev', ...line.split(' ')])!;
  const lines: string[] = [];
  const before = aws.calls.length;
  const status = await runUndelivered({ options, clients: aws.clients, stack, say: (text) => lines.push(text) });
  const calls = aws.calls.slice(before);
  const removed = calls.filter(({ operation }) => operation === 'DeleteMessage').length;
  const invoked = calls.filter(({ operation }) => operation.includes('/invocations'));
  const givenBack = calls.filter(({ operation }) => operation === 'ChangeMessageVisibility').length;
  return { status, text: lines.join('\n'), removed, givenBack, invoked };
}

const invocation = (functionName: string) =>
  `POST /2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`;
const relay = `physical-${template.resources.find(({ type, logicalId }) => type === 'AWS::Lambda::Function' && logicalId.startsWith(RELAY))!.logicalId}`;

describe('npm run undelivered', () => {
  it.each(['events', 'outbox'])('says that nothing waits in an empty queue: %s', async (queue) => {
    waiting = [];
    const looked = await undelivered(`--queue ${queue} --retake`);
    expect(looked).toEqual({ status: 0, text: 'Nothing waits.', removed: 0, givenBack: 0, invoked: [] });
  });

  it.each(Object.entries(QUEUES))('finds the queue of %s in the template', (_, prefix) => {
    const queues = template.resources.filter(({ type }) => type === 'AWS::SQS::Queue');
    expect(queues.filter(({ logicalId }) => logicalId.startsWith(prefix))).toHaveLength(1);
  });

  it('lists events by case and function, shows no address and leaves them', async () => {
    waiting = Array.from({ length: 12 }, () => ENDED);
    const { status, text, removed, givenBack } = await undelivered('--queue events');
    expect([status, removed, givenBack]).toEqual([0, 0, 12]);
    expect(text).toContain('case-abc123  archive  (ThrottlingException)');
    expect(text).toContain('12 messages: left in the queue');
    expect(text).not.toContain('@');
  });

  it('gives an event to its function again and removes it only once it is taken', async () => {
    aws.answer(invocation('archive'), { body: {} });
    waiting = [ENDED];
    const taken = await undelivered('--queue events --retake');
    expect([taken.status, taken.removed, taken.invoked.map(({ body }) => JSON.parse(body))]).toEqual([
      0,
      1,
      [ENDED.requestPayload],
    ]);
    aws.answer(invocation('archive'), { body: {}, headers: { 'x-amz-function-error': 'Unhandled' } });
    waiting = [ENDED];
    const failed = await undelivered('--queue events --retake');
    expect([failed.status, failed.removed]).toEqual([5, 0]);
    expect(failed.text).toContain('not taken: archive failed again');
  });

  it('names the cases of a batch of the outbox and what was asked for', async () => {
    waiting = [BATCH];
    const { text, removed } = await undelivered('--queue outbox');
    expect(text).toContain('case-100  page: case-parked');
    expect(text).toContain('case-300  timer for 2027-01-01T00:00:00.000Z: x');
    expect(text).toContain('case-300  a row that does not fit');
    expect(text).not.toMatch(/case-[24]00/);
    expect(removed).toBe(0);
  });

  it.each([
    ['all of it was relayed', [], 0, 1],
    ['a record failed again', [{ itemIdentifier: '300' }], 5, 0],
  ])('gives a batch to the relay again: %s', async (_, batchItemFailures, status, removed) => {
    aws.answer(invocation(relay), { body: { batchItemFailures } });
    waiting = [BATCH];
    const again = await undelivered('--queue outbox --retake');
    expect([again.status, again.removed]).toEqual([status, removed]);
    const numbers = JSON.parse(again.invoked[0]!.body).Records.map(
      ({ dynamodb }: { dynamodb: { SequenceNumber: string } }) => dynamodb.SequenceNumber,
    );
    expect(numbers).toEqual(['100', '300', '300']);
  });

  it('keeps a batch that the stream no longer holds, and says when it was asked for', async () => {
    aws.answer('GetShardIterator', jsonError('TrimmedDataAccessException', 'too old'));
    waiting = [BATCH];
    const { status, text, removed } = await undelivered('--queue outbox --retake');
    expect([status, removed]).toEqual([5, 0]);
    expect(text).toContain('no longer known  asked for at 2026-10-17T21:40:00Z');
  });

  it('saves before it removes, and removes nothing when it cannot save', async () => {
    const file = join(folder, 'saved.jsonl');
    waiting = [BATCH];
    expect(await undelivered(`--queue outbox --save ${file} --remove`)).toMatchObject({ status: 0, removed: 1 });
    expect(JSON.parse(readFileSync(file, 'utf8')).body).toEqual(BATCH);
    const taken = join(folder, 'taken.jsonl');
    writeFileSync(taken, 'kept');
    waiting = [BATCH];
    const before = aws.calls.length;
    await expect(undelivered(`--queue outbox --save ${taken} --remove`)).rejects.toThrow(UsageError);
    expect(aws.calls.slice(before).map(({ operation }) => operation)).not.toContain('DeleteMessage');
    expect(readFileSync(taken, 'utf8')).toBe('kept');
  });

  it.each([
    ['--queue outbox --remove', '--remove needs --save'],
    ['--queue outbox --remove --retake --save x', 'not both'],
    ['--queue other', '--queue is events or outbox.'],
  ])('refuses %s', (line, sentence) => {
    expect(() => readUndeliveredOptions(['--stage', 'dev', ...line.split(' ')])).toThrow(sentence);
  });
});
