import { writeFileSync } from 'node:fs';
import type { CloudClients } from '../deploy/clients.ts';
import { UsageError } from '../deploy/command-line.ts';
import { EXIT } from '../deploy/exit-status.ts';
import type { DeployedStack } from '../deploy/facts.ts';
import { readFailedEvent } from './failed-event.ts';
import { readFailedRecords } from './failed-records.ts';
import type { UndeliveredOptions } from './options.ts';
import { takeAgain } from './take-again.ts';
import type { Undelivered } from './undelivered.ts';
import { giveBack, receiveAll, removeMessage, type WaitingMessage } from './waiting-messages.ts';

/** What a queue of failures is looked at with. */
export interface UndeliveredRun {
  readonly options: UndeliveredOptions;
  readonly clients: Pick<CloudClients, 'queues' | 'streams' | 'functions'>;
  /** The stack that the queues are in. */
  readonly stack: DeployedStack;
  readonly say: (line: string) => void;
}

/** The queues by their name on the command line, as their logical ids begin. */
export const QUEUES = { events: 'RulesFailures', outbox: 'OutboxFailures' } as const;
/** How the logical id of the relay's function begins. */
export const RELAY = 'OperationsRelayOutbox';

/** Lists what waits; saves, takes again or removes it as the options say, in that order. @returns the exit status */
export async function runUndelivered({ options, clients, stack, say }: UndeliveredRun): Promise<number> {
  const queue = physicalId(stack, 'AWS::SQS::Queue', QUEUES[options.queue]);
  const relay = physicalId(stack, 'AWS::Lambda::Function', RELAY);
  const messages = await receiveAll(clients.queues, queue);
  if (messages.length === 0) {
    say('Nothing waits.');
    return EXIT.done;
  }
  if (options.save !== undefined) save(options.save, messages);
  let left = 0;
  for (const message of messages) {
    const found =
      options.queue === 'events'
        ? readFailedEvent(message.body)
        : await readFailedRecords(clients.streams, relay, message.body);
    for (const line of describe(found)) say(line);
    const refusal = options.retake ? await takeAgain(clients.functions, found) : null;
    if (refusal !== null) {
      left += 1;
      say(`  not taken: ${refusal}`);
    }
    const over = options.remove || (options.retake && refusal === null);
    await (over ? removeMessage : giveBack)(clients.queues, queue, message);
  }
  say(closingLine(options, messages.length, left));
  return left === 0 ? EXIT.done : EXIT.failed;
}

/** One line for each case that a message is about. */
function describe({ what, fault }: Undelivered): string[] {
  return what.map(({ caseId, kind }) => `${caseId}  ${kind}  (${fault})`);
}

function closingLine({ retake, remove }: UndeliveredOptions, all: number, left: number): string {
  const waiting = `${all} ${all === 1 ? 'message' : 'messages'}`;
  if (retake) return `${waiting}: ${all - left} taken again and removed, ${left} left in the queue.`;
  return `${waiting}: ${remove ? 'saved, and removed' : 'left in the queue'}.`;
}

/** Never overwrites, and only its owner may read it. @throws UsageError */
function save(path: string, messages: readonly WaitingMessage[]): void {
  const lines = messages.map(({ id, body }) => `${JSON.stringify({ id, body: JSON.parse(body) })}\n`);
  try {
    writeFileSync(path, lines.join(''), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new UsageError(`${path} cannot be written anew; nothing was changed.`, { cause });
  }
}

/** The resource of that type whose logical id begins so. @throws UsageError when the stack has none */
function physicalId({ name, template, physicalIds }: DeployedStack, wanted: string, prefix: string): string {
  const found = template.resources.find(({ type, logicalId }) => type === wanted && logicalId.startsWith(prefix));
  const id = found === undefined ? undefined : physicalIds.get(found.logicalId);
  if (id === undefined) throw new UsageError(`The stack ${name} has no ${prefix} (${wanted}).`);
  return id;
}
