import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScheduler, type ScheduleDeclaration, type Scheduler } from '#local/services/scheduler/scheduler-service';
import { type Harness, harness } from '../harness.ts';
import { clientConfig, listen, TestClock } from '../listener.ts';

const MINUTE = 60_000;
const OFF = { Mode: 'OFF' } as const;
const SWEEP: ScheduleDeclaration = {
  name: 'sweep',
  properties: {
    ScheduleExpression: 'rate(1 minute)',
    FlexibleTimeWindow: OFF,
    Target: { Arn: 'arn:sweep', RoleArn: 'arn:role', Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
  },
};

let test: Harness;
let scheduler: Scheduler;
let client: SchedulerClient;
let close: () => Promise<void>;

async function start(schedules: readonly ScheduleDeclaration[], earlier?: Harness): Promise<void> {
  test = await harness(earlier);
  const place = { account: '0', region: 'eu-central-1', groups: ['follow-ups'] };
  scheduler = await createScheduler({ ...test, ...place, schedules });
  test.queue.start();
  scheduler.start();
  const server = await listen(scheduler.handler);
  client = new SchedulerClient(clientConfig(server.url));
  close = server.close;
}

async function restart(schedules: readonly ScheduleDeclaration[] = []): Promise<void> {
  await close();
  await start(schedules, test);
  await new Promise((done) => setImmediate(done));
  await test.activity.idle();
}

async function advance(milliseconds: number): Promise<void> {
  test.clock.advance(milliseconds);
  await test.activity.idle();
}

function once(Name: string, at: string, more: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput {
  const Target = { Arn: 'arn:fn', RoleArn: 'arn:role', Input: JSON.stringify({ Name }) };
  return { Name, ScheduleExpression: `at(${at})`, FlexibleTimeWindow: OFF, Target, ...more };
}

beforeEach(() => start([]));

afterEach(async () => {
  client.destroy();
  await close();
});

describe('one-off schedules', () => {
  it('fire once, in their time zone, and go when told to', async () => {
    const more = { ScheduleExpressionTimezone: 'Europe/Berlin', ActionAfterCompletion: 'DELETE' } as const;
    await client.send(new CreateScheduleCommand(once('a', '2026-10-17T22:30:00', more)));
    await advance(29 * MINUTE);
    expect(test.calls).toEqual([]);
    await advance(MINUTE);
    expect(test.calls).toEqual([{ name: 'arn:fn', payload: { Name: 'a' } }]);
    const gone = client.send(new GetScheduleCommand({ Name: 'a' }));
    await expect(gone).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('stay without firing again when not told to go', async () => {
    await client.send(new CreateScheduleCommand(once('a', '2026-10-17T20:01:00')));
    await advance(MINUTE);
    await restart();
    await advance(9 * MINUTE);
    expect(test.calls).toEqual([]);
    expect((await client.send(new GetScheduleCommand({ Name: 'a' }))).ScheduleExpression).toBe(
      'at(2026-10-17T20:01:00)',
    );
  });

  it('fire at start when missed while the process was down', async () => {
    await client.send(new CreateScheduleCommand(once('a', '2026-10-17T20:05:00')));
    await close();
    await start([], { ...test, clock: new TestClock('2026-10-18T00:00:00Z') });
    await new Promise((done) => setImmediate(done));
    await test.activity.idle();
    expect(test.calls).toHaveLength(1);
  });

  it('answer the same call twice, and refuse another of the same name', async () => {
    const input = once('a', '2026-10-18T00:00:00', { ClientToken: 't-1' });
    const first = await client.send(new CreateScheduleCommand(input));
    const second = await client.send(new CreateScheduleCommand(input));
    expect(second.ScheduleArn).toBe(first.ScheduleArn);
    const other = client.send(new CreateScheduleCommand({ ...input, ClientToken: 't-2' }));
    await expect(other).rejects.toMatchObject({ name: 'ConflictException' });
  });

  it('can be moved and deleted', async () => {
    await client.send(new CreateScheduleCommand(once('a', '2026-10-17T20:01:00')));
    await client.send(new CreateScheduleCommand(once('b', '2026-10-17T20:01:00')));
    await client.send(new UpdateScheduleCommand(once('a', '2026-10-17T20:09:00')));
    await client.send(new DeleteScheduleCommand({ Name: 'b' }));
    await advance(8 * MINUTE);
    expect(test.calls).toEqual([]);
    await advance(MINUTE);
    expect(test.calls).toHaveLength(1);
    for (const command of [
      new DeleteScheduleCommand({ Name: 'b' }),
      new UpdateScheduleCommand(once('b', '2027-01-01T00:00:00')),
    ]) {
      await expect(client.send(command as DeleteScheduleCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
    }
  });

  it.each(['at(tomorrow)', 'cron(0 0 * * ? *)', 'rate(0 minutes)'])('refuse %s', async (ScheduleExpression) => {
    const create = client.send(new CreateScheduleCommand({ ...once('a', ''), ScheduleExpression }));
    await expect(create).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('live in groups of the template', async () => {
    await client.send(new CreateScheduleCommand(once('a', '2026-10-18T00:00:00', { GroupName: 'follow-ups' })));
    const listed = await client.send(new ListSchedulesCommand({ GroupName: 'follow-ups', NamePrefix: 'a' }));
    expect(listed.Schedules).toMatchObject([{ Name: 'a', GroupName: 'follow-ups', Target: { Arn: 'arn:fn' } }]);
    const nowhere = client.send(new CreateScheduleCommand(once('a', '2026-10-18T00:00:00', { GroupName: 'none' })));
    await expect(nowhere).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('rate schedules of the template', () => {
  it('fire each minute, and once for all that a jump of the clock passed over', async () => {
    await restart([SWEEP]);
    await advance(MINUTE);
    await advance(MINUTE);
    expect(test.calls.map(({ payload }) => payload)).toEqual([
      { at: '2026-10-17T20:01:00Z' },
      { at: '2026-10-17T20:02:00Z' },
    ]);
    await advance(90 * MINUTE + 1);
    expect(test.calls).toHaveLength(3);
    await advance(MINUTE);
    expect(test.calls).toHaveLength(4);
  });

  it('keep their rhythm over a restart and go with the template', async () => {
    await restart([SWEEP]);
    await advance(MINUTE / 2);
    await restart([SWEEP]);
    await advance(MINUTE / 2);
    expect(test.calls).toHaveLength(1);
    await restart([]);
    await advance(5 * MINUTE);
    expect(test.calls).toEqual([]);
  });
});
