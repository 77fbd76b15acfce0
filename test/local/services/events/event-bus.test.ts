import { describe, expect, it } from 'vitest';
import { createEventBus, ruleFromTemplate } from '#local/services/events/event-bus';
import { harness } from '../harness.ts';

const RULES = [
  ruleFromTemplate('failed', {
    EventPattern: { source: ['aws.states'], detail: { status: ['FAILED', 'TIMED_OUT'] } },
    Targets: [
      { Id: 'T0', Arn: 'arn:park' },
      { Id: 'T1', Arn: 'arn:tell', Input: '{"fixed":true}' },
    ],
  }),
  ruleFromTemplate('off', {
    EventPattern: { source: ['aws.states'] },
    State: 'DISABLED',
    Targets: [{ Id: 'T', Arn: 'no' }],
  }),
];

describe('the default event bus', () => {
  it('calls every target of every rule that matches, in the envelope of EventBridge', async () => {
    const { queue, clock, activity, calls } = await harness();
    queue.start();
    const bus = createEventBus({ rules: RULES, queue, clock, account: '000000000000', region: 'eu-central-1' });
    const detail = { status: 'FAILED', executionArn: 'arn:x' };
    await bus.publish({ source: 'aws.states', 'detail-type': 'Step Functions Execution Status Change', detail });
    await bus.publish({ source: 'aws.states', 'detail-type': 'x', detail: { status: 'RUNNING' } });
    await activity.idle();
    expect(calls.map(({ name }) => name).sort()).toEqual(['arn:park', 'arn:tell']);
    expect(calls.find(({ name }) => name === 'arn:park')?.payload).toMatchObject({
      version: '0',
      source: 'aws.states',
      account: '000000000000',
      region: 'eu-central-1',
      time: '2026-10-17T20:00:00Z',
      resources: [],
      detail,
    });
    expect(calls.find(({ name }) => name === 'arn:tell')?.payload).toEqual({ fixed: true });
  });

  it('gives a target what its template names of the event, and nothing else', async () => {
    const { queue, clock, activity, calls } = await harness();
    queue.start();
    const InputPathsMap = { type: '$.detail-type', tags: '$.detail.tags', count: '$.detail.count' };
    const InputTemplate = '{"type":<type>,"kept":{"tags":<tags>,"count":<count>},"fixed":"<"}';
    const target = { Id: 'T', Arn: 'arn:tell', InputTransformer: { InputPathsMap, InputTemplate } };
    const rules = [ruleFromTemplate('some', { EventPattern: { source: ['aws.ses'] }, Targets: [target] })];
    const bus = createEventBus({ rules, queue, clock, account: '0', region: 'r' });
    const detail = { tags: ['a"<count>'], count: 2, secret: 's' };
    await bus.publish({ source: 'aws.ses', 'detail-type': 'x', detail });
    await activity.idle();
    expect(calls[0]?.payload).toEqual({ type: 'x', kept: { tags: ['a"<count>'], count: 2 }, fixed: '<' });
    const lacking = bus.publish({ source: 'aws.ses', 'detail-type': 'x', detail: { count: 2 } });
    await expect(lacking).rejects.toThrow('The event holds nothing for <tags>.');
  });

  it('keeps a published event over a crash until the target has taken it', async () => {
    const before = await harness();
    const bus = createEventBus({ rules: RULES, ...before, account: '0', region: 'r' });
    await bus.publish({ source: 'aws.states', 'detail-type': 'x', detail: { status: 'TIMED_OUT' } });
    const after = await harness(before);
    after.queue.start();
    await after.activity.idle();
    expect(after.calls).toHaveLength(2);
  });
});
