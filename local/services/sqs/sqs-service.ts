import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { LocalClock, ServiceHandler } from '../../ports.ts';
import { type DurableLog, openDurableLog } from '../durable-log.ts';
import type { SendToQueue } from '../invocation-queue.ts';
import { jsonService, operation } from '../json-service.ts';
import { AwsError } from '../responses.ts';

/** A queue as the template declares it. */
export interface QueueDeclaration {
  readonly name: string;
  readonly arn: string;
}

/** What the SQS endpoint needs: a directory of its own, the clock, and the template's queues. */
export interface SqsOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly queues: readonly QueueDeclaration[];
}

/** The endpoint, and the way in for the other parts of the runtime. */
export interface Sqs {
  readonly handler: ServiceHandler;
  readonly sendToQueue: SendToQueue;
}

const Message = z.object({ queue: z.string(), id: z.string(), body: z.string(), sentAt: z.number() });
const SqsRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sent'), message: Message }),
  z.object({ type: z.literal('deleted'), id: z.string() }),
]);
type SqsRecord = z.infer<typeof SqsRecord>;

const QueueRequest = z.looseObject({ QueueUrl: z.string() });
const ReceiveRequest = QueueRequest.extend({
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().nonnegative().default(30),
});

interface State {
  readonly messages: Map<string, z.infer<typeof Message>>;
  /** Until when a received message is out of sight; receipts do not outlive the process, messages do. */
  readonly hiddenUntil: Map<string, number>;
  readonly log: DurableLog<SqsRecord>;
}

/** SQS as far as an operator needs it: send, look, take, delete, count. */
export async function createSqs(options: SqsOptions): Promise<Sqs> {
  const messages = new Map<string, z.infer<typeof Message>>();
  const apply = (record: SqsRecord): void => {
    if (record.type === 'sent') messages.set(record.message.id, record.message);
    else messages.delete(record.id);
  };
  const file = join(options.directory, 'messages.jsonl');
  const snapshot = () => [...messages.values()].map((message) => ({ type: 'sent', message }) as const);
  const log = await openDurableLog({ file, schema: SqsRecord, apply, snapshot });
  const state: State = { messages, hiddenUntil: new Map(), log };
  return {
    handler: jsonService(operations(options, state)),
    sendToQueue: async (arn, body) => {
      const queue = options.queues.find((candidate) => candidate.arn === arn);
      if (queue === undefined) throw new Error(`the template has no queue ${arn}`);
      await send(options, state, queue.name, body);
    },
  };
}

async function send({ clock }: SqsOptions, { log }: State, queue: string, body: string): Promise<string> {
  const id = randomUUID();
  await log.append({ type: 'sent', message: { queue, id, body, sentAt: clock.now() } });
  return id;
}

function operations(options: SqsOptions, state: State): Parameters<typeof jsonService>[0] {
  const { clock, queues } = options;
  const find = (url: string): QueueDeclaration => {
    const queue = queues.find(({ name }) => name === url.split('/').at(-1));
    if (queue === undefined) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  };
  const isHidden = (id: string): boolean => (state.hiddenUntil.get(id) ?? 0) > clock.now();
  const messagesOf = ({ name }: QueueDeclaration) => [...state.messages.values()].filter(({ queue }) => queue === name);
  return {
    SendMessage: operation(QueueRequest.extend({ MessageBody: z.string().min(1) }), async (input) => {
      const MessageId = await send(options, state, find(input.QueueUrl).name, input.MessageBody);
      return { MessageId, MD5OfMessageBody: md5(input.MessageBody) };
    }),
    ReceiveMessage: operation(ReceiveRequest, (input) => {
      const visible = messagesOf(find(input.QueueUrl)).filter(({ id }) => !isHidden(id));
      const taken = visible.slice(0, input.MaxNumberOfMessages);
      for (const { id } of taken) state.hiddenUntil.set(id, clock.now() + input.VisibilityTimeout * 1_000);
      const Messages = taken.map(({ id, body, sentAt }) => ({
        MessageId: id,
        ReceiptHandle: id,
        Body: body,
        MD5OfBody: md5(body),
        Attributes: { SentTimestamp: String(sentAt) },
      }));
      return taken.length === 0 ? {} : { Messages };
    }),
    DeleteMessage: operation(QueueRequest.extend({ ReceiptHandle: z.string() }), async (input) => {
      find(input.QueueUrl);
      await state.log.append({ type: 'deleted', id: input.ReceiptHandle });
      return {};
    }),
    GetQueueUrl: operation(z.looseObject({ QueueName: z.string() }), (input) => ({
      QueueUrl: find(input.QueueName).name,
    })),
    GetQueueAttributes: operation(QueueRequest, (input) => {
      const queue = find(input.QueueUrl);
      const messages = messagesOf(queue);
      const hidden = messages.filter(({ id }) => isHidden(id)).length;
      const ApproximateNumberOfMessages = String(messages.length - hidden);
      const ApproximateNumberOfMessagesNotVisible = String(hidden);
      return {
        Attributes: { QueueArn: queue.arn, ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible },
      };
    }),
  };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
