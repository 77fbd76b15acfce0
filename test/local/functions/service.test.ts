import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActivity } from '#local/activity';
import { createClock } from '#local/clock/clock';
import { createFunctions, type FunctionService } from '#local/functions/service';
import { openListener } from '#local/http/listener';
import type { TemplateResource } from '#local/template/template';

const directory = mkdtempSync(join(tmpdir(), 'writ-functions-'));
const clock = createClock({ directory });
const activity = createActivity();
let ended = 0;

/** How long a line may take from a function to its file on a machine that is busy with other things. */
const LOG_WITHIN_MS = 25_000;

function declare(name: string, properties: object): TemplateResource {
  const arn = `arn:aws:lambda:eu-central-1:000000000000:function:${name}`;
  const declared = { Code: { S3Key: 'code.zip' }, Handler: 'index.misbehave', Timeout: 1, ...properties };
  return { type: 'AWS::Lambda::Function', logicalId: name, stackName: 's', name, ref: name, arn, properties: declared };
}

describe('createFunctions', () => {
  let functions: FunctionService;

  beforeAll(() => {
    const resources = [
      declare('first', { Environment: { Variables: { COLOUR: 'red', NUMBER: 1 } } }),
      declare('second', { Environment: { Variables: { COLOUR: 'blue' } } }),
      declare('loser', { Handler: 'index.lose', Timeout: 30 }),
      declare('unhandled', { Handler: 'index.nothing' }),
      declare('missing', { Handler: 'other.nothing' }),
    ];
    functions = createFunctions({
      template: {
        ofType: () => resources,
        assets: new Map([['code', join(import.meta.dirname, '../../support/fixture-app/code')]]),
      },
      clock: clock.shared,
      activity,
      logDirectory: join(directory, 'logs'),
      endpoints: { AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:1/states' },
      onEnd: () => {
        ended++;
      },
    });
  });

  afterAll(async () => {
    await functions.close();
    clock.close();
    rmSync(directory, { recursive: true });
  });

  it('runs a function by name and by ARN, each with its own environment', async () => {
    const [first, second] = await Promise.all([
      functions.invoke('first', {}),
      functions.invoke('arn:aws:lambda:eu-central-1:000000000000:function:second', {}),
    ]);
    expect(first).toMatchObject({
      kind: 'succeeded',
      payload: {
        env: {
          COLOUR: 'red',
          NUMBER: '1',
          AWS_LAMBDA_FUNCTION_NAME: 'first',
          AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:1/states',
        },
      },
    });
    expect(second).toMatchObject({
      kind: 'succeeded',
      payload: { env: { COLOUR: 'blue', AWS_REGION: 'eu-central-1' } },
    });
    expect(first).not.toHaveProperty('payload.env.HOME');
    expect(activity.running()).toEqual([]);
    expect(ended).toBe(2);
  });

  it('lets the function live by the driven clock', async () => {
    clock.moveTo(clock.now() + 86_400_000);
    const result = await functions.invoke('first', {});
    expect(result).toMatchObject({ payload: { year: 2020, isDate: true } });
    if (result.kind !== 'succeeded') throw new Error('failed');
    const { now, date, text } = result.payload as { now: number; date: number; text: string };
    expect(Math.abs(now - clock.now())).toBeLessThan(1000);
    expect(Math.abs(date - clock.now())).toBeLessThan(1000);
    expect(Math.abs(Date.parse(text) - clock.now())).toBeLessThan(2000);
  });

  it('lets the function send once what a service refuses, however far the clock is from the time of that service', async () => {
    clock.moveTo(clock.now() + 86_400_000);
    let asked = 0;
    const service = await openListener(0, 1_000_000);
    service.serve(async () => {
      asked += 1;
      const body = JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException' });
      return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
    });
    const result = await functions.invoke('loser', { endpoint: `http://127.0.0.1:${service.port}` });
    await service.close();
    expect(result).toMatchObject({ kind: 'succeeded', payload: 'ConditionalCheckFailedException' });
    expect(asked).toBe(1);
  });

  it('runs several invocations of one function at once', async () => {
    const started = performance.now();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => functions.invoke('first', { how: 'wait', ms: 200 })),
    );
    expect(results.every(({ kind }) => kind === 'succeeded')).toBe(true);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('does not let an advance of the clock kill a function that waits', async () => {
    const running = functions.invoke('first', { how: 'wait', ms: 300 });
    clock.moveTo(clock.now() + 3_600_000);
    expect(await running).toMatchObject({ kind: 'succeeded' });
  });

  it.each([
    ['a thrown error', 'first', 'throw', 'NoError', 'no'],
    ['a thrown text', 'first', 'throw text', 'string', 'just text'],
    ['a rejection that nobody handles', 'first', 'reject', 'Runtime.UnhandledPromiseRejection', 'nobody listens'],
    ['an exit', 'first', 'exit', 'Runtime.ExitError', 'Runtime exited with error: exit status 3'],
    [
      'a loop without end',
      'first',
      'spin',
      'Sandbox.Timedout',
      expect.stringContaining('Task timed out after 1.00 seconds'),
    ],
    ['a handler that is not there', 'unhandled', '', 'Runtime.HandlerNotFound', expect.any(String)],
    ['a module that is not there', 'missing', '', expect.any(String), expect.stringContaining('other')],
    ['a function that is not there', 'nobody', '', 'Lambda.ResourceNotFoundException', 'Function not found: nobody'],
  ])('names %s as Lambda does, and goes on', async (_, name, how, errorType, errorMessage) => {
    expect(await functions.invoke(name, { how })).toMatchObject({ kind: 'failed', errorType, errorMessage });
    expect(await functions.invoke('first', {})).toMatchObject({ kind: 'succeeded' });
  });

  it('writes what functions print to a file of their own', async () => {
    const log = (): string => readFileSync(join(directory, 'logs', 'first.log'), 'utf8');
    await expect.poll(log, { timeout: LOG_WITHIN_MS, interval: 20 }).toContain('nobody listens');
  });
});
