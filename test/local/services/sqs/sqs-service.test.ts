import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { createSqs } from '#local/services/sqs/sqs-service';
import { clientConfig, listen, TestClock } from '../listener.ts';

it('keeps messages over a restart, hides them while they are worked on, and deletes them', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'writ-sqs-'));
  const clock = new TestClock('2026-10-17T20:00:00Z');
  const queues = [{ name: 'failed', arn: 'arn:aws:sqs:eu-central-1:0:failed' }];
  const first = await createSqs({ directory, clock, queues });
  await first.sendToQueue('arn:aws:sqs:eu-central-1:0:failed', 'from a stream');
  await expect(first.sendToQueue('arn:aws:sqs:eu-central-1:0:none', 'x')).rejects.toThrow('no queue');

  const server = await listen((await createSqs({ directory, clock, queues })).handler);
  const sqs = new SQSClient(clientConfig(server.url));
  const QueueUrl = `${server.url}/0/failed`;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'by hand' }));
  const taken = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 60 }));
  expect(taken.Messages?.map(({ Body }) => Body)).toEqual(['from a stream', 'by hand']);
  const count = async () =>
    (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes;
  expect(await count()).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '2',
  });
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: taken.Messages?.[0]?.ReceiptHandle }));
  clock.advance(60_000);
  expect(await count()).toMatchObject({ ApproximateNumberOfMessages: '1' });
  const again = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(again.Messages).toMatchObject([{ Body: 'by hand' }]);
  const wrong = sqs.send(new ReceiveMessageCommand({ QueueUrl: `${server.url}/0/none` }));
  await expect(wrong).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  sqs.destroy();
  await server.close();
});
