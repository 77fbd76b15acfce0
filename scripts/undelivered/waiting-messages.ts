import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A message as the queue gives it out. */
export interface WaitingMessage {
  readonly id: string;
  readonly body: string;
  /** What it is removed with. */
  readonly handle: string;
}

/** Seconds in which a message received is not given out again: long enough to take all of them once. */
const HIDDEN_SECONDS = 300;
const PER_CALL = 10;

/** Every message that waits, each once; none of an empty queue, for which AWS gives no list at all. */
export async function receiveAll(client: SQSClient, QueueUrl: string): Promise<readonly WaitingMessage[]> {
  const found = new Map<string, WaitingMessage>();
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: PER_CALL,
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: 1,
      }),
    );
    const known = found.size;
    for (const { MessageId: id = '', Body: body = '', ReceiptHandle: handle = '' } of Messages) {
      found.set(id, { id, body, handle });
    }
    if (found.size === known) return [...found.values()];
  }
}

/** Takes a message out of its queue for good. */
export async function removeMessage(
  client: SQSClient,
  QueueUrl: string,
  { handle: ReceiptHandle }: WaitingMessage,
): Promise<void> {
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
}

/** Gives a message back, so that whoever looks next sees it at once. */
export async function giveBack(
  client: SQSClient,
  QueueUrl: string,
  { handle: ReceiptHandle }: WaitingMessage,
): Promise<void> {
  await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
}
