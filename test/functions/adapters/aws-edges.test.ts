import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { SchedulerTimers } from '#adapters/scheduler-timers';
import { SesMailer } from '#adapters/ses-mailer';
import { SfnExecutions } from '#adapters/sfn-executions';
import { refusalOf } from '#adapters/transaction-outcome';
import { NOW } from '../support/sample-case.ts';

const region = 'eu-central-1';
const $metadata = {};
const failure = (name: string, more: object = {}): Error => Object.assign(new Error(name), { name, ...more });

describe('SfnExecutions', () => {
  const client = new SFNClient({ region });
  const mock = mockClient(client);
  const machines = {
    removal: 'arn:aws:states:eu-central-1:1:stateMachine:removal',
    paging: 'arn:aws:states:eu-central-1:1:stateMachine:paging',
  };
  const executions = new SfnExecutions(client, machines);
  beforeEach(() => mock.reset());

  it('names an execution after its case and run', async () => {
    mock.on(StartExecutionCommand).resolves({});
    await executions.startRun('case-1', 2, 'notify');
    expect(mock.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: machines.removal,
      name: 'case-1-2',
      input: '{"caseId":"case-1","run":2,"stage":"notify"}',
    });
    expect(executions.arn('case-1', 2)).toBe('arn:aws:states:eu-central-1:1:execution:removal:case-1-2');
  });

  it('counts an execution that is there as started, and nothing else', async () => {
    mock.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: '', $metadata }));
    await expect(executions.startPaging('case-1', 'p1', 'r')).resolves.toBeUndefined();
    mock.on(StartExecutionCommand).rejects(failure('StateMachineDoesNotExist'));
    await expect(executions.startPaging('case-1', 'p1', 'r')).rejects.toThrow();
  });

  it.each([new TaskTimedOut({ message: '', $metadata }), new TaskDoesNotExist({ message: '', $metadata })])(
    'takes a dead token for no error: $name',
    async (error) => {
      mock.on(SendTaskSuccessCommand).rejects(error);
      await expect(executions.ring('token', {})).resolves.toBeUndefined();
    },
  );

  it('throws when a token could not be rung for another reason', async () => {
    mock.on(SendTaskSuccessCommand).rejects(failure('ThrottlingException'));
    await expect(executions.ring('token', {})).rejects.toThrow();
  });

  it.each([
    ['RUNNING', 'running'],
    ['PENDING_REDRIVE', 'running'],
    ['SUCCEEDED', 'succeeded'],
    ['FAILED', 'failed'],
    ['TIMED_OUT', 'failed'],
    ['ABORTED', 'failed'],
  ] as const)('reads the status %s as %s', async (status, expected) => {
    mock.on(DescribeExecutionCommand).resolves({ status });
    expect(await executions.status('case-1', 1)).toBe(expected);
  });

  it('says that an execution is absent', async () => {
    mock.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist({ message: '', $metadata }));
    mock.on(GetExecutionHistoryCommand).rejects(new ExecutionDoesNotExist({ message: '', $metadata }));
    expect(await executions.status('case-1', 1)).toBe('absent');
    expect(await executions.history('case-1', 1)).toBeNull();
  });

  it('reads a history over all its pages', async () => {
    mock
      .on(GetExecutionHistoryCommand)
      .callsFake(({ nextToken }) =>
        nextToken === undefined ? { events: [{ id: 1 }], nextToken: 't' } : { events: [{ id: 2 }] },
      );
    expect(await executions.history('case-1', 1)).toEqual([{ id: 1 }, { id: 2 }]);
  });
});

describe('SchedulerTimers', () => {
  const client = new SchedulerClient({ region });
  const mock = mockClient(client);
  const timers = new SchedulerTimers({ client, group: 'g', role: 'r', target: 't', clock: { now: () => NOW } });
  const made = () => mock.commandCalls(CreateScheduleCommand)[0]?.args[0].input;
  beforeEach(() => {
    mock.reset();
    mock.on(CreateScheduleCommand).resolves({});
  });

  it('makes a one-off schedule that is gone once it has fired', async () => {
    await timers.schedule('case-1-preservation-end', '2027-04-17T22:00:00.000Z', {
      caseId: 'case-1',
      purpose: 'preservation-end',
    });
    expect(made()).toMatchObject({
      Name: 'case-1-preservation-end',
      ScheduleExpression: 'at(2027-04-17T22:00:00)',
      ScheduleExpressionTimezone: 'UTC',
      ActionAfterCompletion: 'DELETE',
      Target: { Arn: 't', RoleArn: 'r', Input: '{"caseId":"case-1","purpose":"preservation-end"}' },
    });
  });

  it('fires at the next whole second, never before', async () => {
    await timers.schedule('n', '2027-04-17T22:00:00.001Z', {});
    expect(made()?.ScheduleExpression).toBe('at(2027-04-17T22:00:01)');
  });

  it('wakes soon for an instant that has passed', async () => {
    await timers.schedule('n', '2020-01-01T00:00:00.000Z', {});
    expect(made()?.ScheduleExpression).toBe('at(2026-10-17T21:41:00)');
  });

  it('shortens a name that is too long, the same way each time', async () => {
    const long = `case-0123456789abcdefghjkmnpqrs.d1.information-about-order.uploader-1-withheld`;
    await timers.schedule(long, NOW, {});
    await timers.schedule(long, NOW, {});
    await timers.schedule(`${long}-2`, NOW, {});
    const [one, again, other] = mock.commandCalls(CreateScheduleCommand).map(({ args }) => args[0].input.Name ?? '');
    expect(one).toMatch(/^[\w.-]{1,64}$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('leaves a schedule of that name as it is, and lets other faults through', async () => {
    mock.on(CreateScheduleCommand).rejects(new ConflictException({ message: '', Message: '', $metadata }));
    await expect(timers.schedule('n', NOW, {})).resolves.toBeUndefined();
    mock.on(CreateScheduleCommand).rejects(failure('ThrottlingException'));
    await expect(timers.schedule('n', NOW, {})).rejects.toThrow();
  });
});

describe('SesMailer', () => {
  const client = new SESClient({ region });
  const mock = mockClient(client);
  const mailer = new SesMailer(client, 'set');
  const mail = {
    caseId: 'case-1',
    deliveryId: 'case-1.d1.receipt.sender',
    from: 'a@writ.example',
    to: 'b@c.example',
    raw: Buffer.from('x'),
  };
  beforeEach(() => mock.reset());

  it('sends the exact bytes with tags that name the delivery', async () => {
    mock.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
    expect(await mailer.send(mail)).toBe('m-1');
    expect(mock.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toMatchObject({
      Destinations: ['b@c.example'],
      RawMessage: { Data: mail.raw },
      ConfigurationSetName: 'set',
      Tags: [
        { Name: 'case', Value: 'case-1' },
        { Name: 'delivery', Value: 'case-1_d1_receipt_sender' },
      ],
    });
  });

  it.each([
    ['MessageRejected', 'MailRefusedError'],
    ['InvalidParameterValue', 'MailRefusedError'],
    ['Throttling', 'MailBusyError'],
    ['TimeoutError', 'MailUnavailableError'],
  ])('turns %s into %s', async (name, expected) => {
    mock.on(SendRawEmailCommand).rejects(failure(name));
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: expected });
  });

  it('does not take an answer without an id for a sent mail', async () => {
    mock.on(SendRawEmailCommand).resolves({});
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'MailUnavailableError' });
  });
});

describe('refusalOf', () => {
  const writes = [{ Put: { TableName: 't', Item: { sk: 'META' } } }, { Put: { TableName: 't', Item: { sk: 'ROW' } } }];
  const cancelled = (...codes: string[]) =>
    failure('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

  it.each([
    [
      'a condition that did not hold',
      cancelled('None', 'ConditionalCheckFailed'),
      { kind: 'conditions', writes: [writes[1]] },
    ],
    ['another transaction in the way', cancelled('TransactionConflict', 'None'), { kind: 'busy' }],
    [
      'a condition and a conflict at once',
      cancelled('ConditionalCheckFailed', 'TransactionConflict'),
      { kind: 'conditions', writes: [writes[0]] },
    ],
    ['a throttled database', cancelled('ThrottlingError', 'None'), { kind: 'busy' }],
    ['a conflict outside a transaction', failure('TransactionConflictException'), { kind: 'busy' }],
    ['a row that is too large', cancelled('ValidationError', 'None'), null],
    ['a database that is not there', failure('ECONNREFUSED'), null],
  ])('reads %s', (_, error, expected) => {
    expect(refusalOf(error, writes)).toEqual(expected);
  });
});
