import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AcceptedMessage, busEvent } from '#local/mail/delivery-plan';
import type { BusEvent } from '#local/ports';
import { createEventBus, type EventRule, ruleFromTemplate } from '#local/services/events/event-bus';
import type { NewInvocation } from '#local/services/invocation-queue';
import { loadTemplate } from '#local/template/template';
import { recordMailEvent } from '../../../functions/operations/record-mail-event/contract.ts';
import { MailEventRules } from '../../../infra/constructs/mail-event-rules.ts';

const AT = Date.UTC(2026, 10, 22);
const ADDRESS = 'maria@example.org';
const MESSAGE: AcceptedMessage = {
  id: 'message-1',
  at: new Date(AT).toISOString(),
  source: 'removal@writ.example',
  destination: [ADDRESS],
  subject: 'Your notice of Maria',
  headers: [{ name: 'To', value: ADDRESS }],
  configurationSet: 'writ-mail',
  tags: { case: 'case-1', delivery: 'receipt' },
};

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'writ-rules-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

function rules(): readonly EventRule[] {
  const defaultStackSynthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const app = new App({ outdir: directory, analyticsReporting: false, defaultStackSynthesizer });
  const stack = new Stack(app, 'Test');
  const target = new LambdaFunction(stack, 'Record', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = () => undefined'),
  });
  new MailEventRules(stack, 'Mail', { configurationSetName: 'writ-mail', target });
  app.synth();
  const addresses = { api: 'http://127.0.0.1', aws: 'http://127.0.0.1', issuer: 'http://127.0.0.1' };
  const template = loadTemplate({ directory, parameters: {}, addresses });
  return template.ofType('AWS::Events::Rule').map(({ name, properties }) => ruleFromTemplate(name, properties));
}

/** What the targets are called with for an event of the mail service. */
async function callsFor(event: BusEvent): Promise<readonly unknown[]> {
  const calls: NewInvocation[] = [];
  const queue = { enqueue: async (added: readonly NewInvocation[]) => void calls.push(...added) } as never;
  const clock = { now: () => AT, setTimer: () => () => undefined };
  await createEventBus({ rules: rules(), queue, clock, account: '0', region: 'r' }).publish(event);
  return calls.map(({ payload }) => payload);
}

const planned = (type: 'Send' | 'Delivery' | 'Bounce' | 'DeliveryDelay', message = MESSAGE): BusEvent =>
  busEvent(message, { type, at: AT, recipients: [ADDRESS] });

describe('MailEventRules', () => {
  it.each([
    ['Delivery', { delivery: { timestamp: MESSAGE.at } }],
    ['Bounce', { bounce: { bounceType: 'Permanent', timestamp: MESSAGE.at } }],
  ] as const)('hands on the fate of a mail without address, subject or headers: %s', async (type, told) => {
    const [input, ...more] = await callsFor(planned(type));
    const mail = { messageId: 'message-1', tags: { case: ['case-1'], delivery: ['receipt'] } };
    expect(recordMailEvent.input.parse(input).detail).toEqual({ mail, ...told });
    expect(more).toEqual([]);
    for (const secret of [ADDRESS, 'Maria', 'headers']) expect(JSON.stringify(input)).not.toContain(secret);
  });

  it.each(['Email Rejected', 'Email Complaint Received'])('hands on what has no time of its own: %s', async (type) => {
    const [input] = await callsFor({ ...planned('Send'), 'detail-type': type });
    expect(recordMailEvent.input.parse(input)).toMatchObject({
      'detail-type': type,
      detail: { mail: { messageId: 'message-1' } },
    });
    expect(JSON.stringify(input)).not.toContain(ADDRESS);
  });

  it.each([
    ['a mail that was sent', planned('Send')],
    ['a mail that is late', planned('DeliveryDelay')],
    ['mail of another system', planned('Bounce', { ...MESSAGE, tags: {} })],
    ['mail of another configuration set', planned('Bounce', { ...MESSAGE, configurationSet: 'other' })],
  ])('calls nobody for %s', async (_, event) => {
    expect(await callsFor(event)).toEqual([]);
  });
});
