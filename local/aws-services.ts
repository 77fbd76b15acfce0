import { z } from 'zod';
import type { Foundation } from './foundation.ts';
import { openMailbox } from './mail/mailbox.ts';
import { createMailboxHandler } from './mail/mailbox-handler.ts';
import type { InvokeFunction, ServiceHandler } from './ports.ts';
import { createEventBus, type DurableEventBus, ruleFromTemplate } from './services/events/event-bus.ts';
import { openInvocationQueue, type SendToQueue } from './services/invocation-queue.ts';
import { keyFromTemplate } from './services/kms/key.ts';
import { createKms } from './services/kms/kms-service.ts';
import { bucketFromTemplate } from './services/s3/bucket.ts';
import { createS3 } from './services/s3/s3-service.ts';
import { createScheduler } from './services/scheduler/scheduler-service.ts';
import { configurationSetsFromTemplate, createSes } from './services/ses/ses-service.ts';
import { createSqs } from './services/sqs/sqs-service.ts';
import { account, region } from './template/place.ts';
import type { LoadedTemplate } from './template/template.ts';

const Alias = z.object({ TargetKeyId: z.string() });

/** The AWS services beside functions, tables, API and state machines. */
export interface AwsServices {
  /** Handlers by the first part of the path on the AWS listener. */
  readonly handlers: Readonly<Record<string, ServiceHandler>>;
  readonly mail: ServiceHandler;
  readonly bus: DurableEventBus;
  readonly sendToQueue: SendToQueue;
  /** Lets what is due begin, first what a crash left undone. */
  start(): void;
}

function keysOf(template: LoadedTemplate): ReturnType<typeof keyFromTemplate>[] {
  const aliases = template
    .ofType('AWS::KMS::Alias')
    .map(({ name, properties }) => ({ name, target: Alias.parse(properties).TargetKeyId }));
  return template.ofType('AWS::KMS::Key').map(({ name, arn, properties }) => {
    const ours = aliases.filter(({ target }) => target === name || target === arn);
    return keyFromTemplate(
      name,
      arn,
      properties,
      ours.map((alias) => alias.name),
    );
  });
}

/** Opens every service with what the template declares of it; each keeps its data in a folder of its own. */
export async function openAwsServices(
  { data, clock, activity }: Foundation,
  template: LoadedTemplate,
  invokeFunction: InvokeFunction,
): Promise<AwsServices> {
  const named = (type: string) => template.ofType(type).map(({ name }) => name);
  const sqs = await createSqs({ directory: data.folder('sqs'), clock, queues: template.ofType('AWS::SQS::Queue') });
  const { sendToQueue } = sqs;
  const queue = await openInvocationQueue({
    directory: data.folder('invocations'),
    clock,
    activity,
    invokeFunction,
    sendToQueue,
  });
  const rules = template.ofType('AWS::Events::Rule').map(({ name, properties }) => ruleFromTemplate(name, properties));
  const bus = createEventBus({ rules, queue, clock, account, region });
  const mailbox = await openMailbox({ directory: data.folder('mail'), clock, activity, bus });
  const destinations = template
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .map(({ properties }) => properties);
  const scheduler = await createScheduler({
    directory: data.folder('scheduler'),
    clock,
    activity,
    queue,
    account,
    region,
    schedules: template.ofType('AWS::Scheduler::Schedule'),
    groups: named('AWS::Scheduler::ScheduleGroup'),
  });
  const buckets = template
    .ofType('AWS::S3::Bucket')
    .map(({ name, properties }) => bucketFromTemplate(name, properties));
  const handlers = {
    s3: await createS3({ directory: data.folder('s3'), clock, buckets }),
    kms: await createKms({ directory: data.folder('kms'), keys: keysOf(template) }),
    sqs: sqs.handler,
    scheduler: scheduler.handler,
    ses: createSes({
      mailbox,
      clock,
      region,
      identities: named('AWS::SES::EmailIdentity'),
      configurationSets: configurationSetsFromTemplate(named('AWS::SES::ConfigurationSet'), destinations),
    }),
  };
  const start = (): void => {
    queue.start();
    mailbox.start();
    scheduler.start();
  };
  return { handlers, mail: createMailboxHandler(mailbox), bus, sendToQueue, start };
}
