import { createServer, type Server } from 'node:http';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statesHandler } from '#local/states/api/handler';
import type { StatusChange } from '#local/states/status-change';
import { Bench, lambdaState, MACHINE, machine, START, settle, succeeded } from './support/harness.ts';

let bench: Bench;
let server: Server;
let client: SFNClient;
let tokens: string[];
let changes: StatusChange[];

const ask = machine({
  Ask: lambdaState({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', TimeoutSeconds: 60 }),
});
const pass = machine({ A: { Type: 'Pass', Output: '{% $states.input.n %}', End: true } });
const PASS = MACHINE.replace(/machine$/, 'pass');

beforeEach(async () => {
  tokens = [];
  changes = [];
  bench = new Bench(
    async ({ taskToken }) => {
      tokens.push(taskToken!);
      return succeeded({});
    },
    { onStatusChange: (change) => changes.push(change) },
  );
  bench.engine.createStateMachine({ arn: MACHINE, name: 'machine', definition: ask });
  bench.engine.createStateMachine({ arn: PASS, name: 'pass', definition: pass });
  const handler = statesHandler(bench.engine);
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const headers = { 'x-amz-target': String(request.headers['x-amz-target']) };
      const query = new URLSearchParams();
      const answer = await handler({ method: 'POST', path: '/', query, headers, body: Buffer.concat(chunks) });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SFNClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${port}/states`,
    credentials,
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await new Promise((resolve) => server.close(resolve));
  await bench.dispose();
});

const start = (name?: string, input = '{"n": 1}', stateMachineArn = MACHINE) =>
  client.send(new StartExecutionCommand({ stateMachineArn, name, input }));

describe('the Step Functions API, through the AWS SDK', () => {
  it('starts, describes and lists an execution, with its input as it was sent', async () => {
    const { executionArn, startDate } = await start('one');
    expect(startDate?.getTime()).toBe(START);
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ name: 'one', status: 'RUNNING', input: '{"n": 1}', stateMachineArn: MACHINE });
    const listed = await client.send(new ListExecutionsCommand({ stateMachineArn: MACHINE, statusFilter: 'RUNNING' }));
    expect(listed.executions?.map((execution) => execution.name)).toEqual(['one']);
  });

  it('answers the same start again while it is open, and refuses another input or a closed name', async () => {
    const first = await start('one');
    expect(await start('one', '{"n":1}')).toMatchObject({ executionArn: first.executionArn });
    await expect(start('one', '{"n":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await settle(bench.engine);
    await client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{}' }));
    await settle(bench.engine);
    await expect(start('one')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    expect(tokens).toHaveLength(1);
  });

  it.each([
    ['StateMachineDoesNotExist', () => start('a', '{}', `${MACHINE}x`)],
    ['InvalidExecutionInput', () => start('a', '{')],
    ['InvalidName', () => start('a b')],
    ['ExecutionDoesNotExist', () => client.send(new DescribeExecutionCommand({ executionArn: 'arn:none' }))],
    ['ExecutionDoesNotExist', () => client.send(new GetExecutionHistoryCommand({ executionArn: 'arn:none' }))],
    ['InvalidToken', () => client.send(new SendTaskSuccessCommand({ taskToken: 'foreign', output: '{}' }))],
    ['StateMachineDoesNotExist', () => client.send(new ListExecutionsCommand({ stateMachineArn: 'arn:none' }))],
  ])('refuses with %s', async (name, send) => {
    await expect(send()).rejects.toMatchObject({ name });
  });

  it('ends a callback by its token once, and calls the token timed out after that', async () => {
    const { executionArn } = await start('one');
    await settle(bench.engine);
    await client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{' }))).rejects.toMatchObject({
      name: 'InvalidOutput',
    });
    await client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: 'No', cause: 'refused' }));
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'FAILED', error: 'No', cause: 'refused' });
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{}' }))).rejects.toMatchObject(
      {
        name: 'TaskTimedOut',
      },
    );
  });

  it('pages a history in both orders, and leaves data out when asked', async () => {
    const { executionArn } = await start('one', '{"n":5}', PASS);
    await settle(bench.engine);
    const page = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 3 }));
    const rest = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 3, nextToken: page.nextToken }),
    );
    expect([...page.events!, ...rest.events!].map((event) => event.id)).toEqual([1, 2, 3, 4]);
    expect(rest.nextToken).toBeUndefined();
    expect(rest.events?.[0]?.executionSucceededEventDetails?.output).toBe('5');
    const reverse = await client.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, includeExecutionData: false, maxResults: 1 }),
    );
    expect(reverse.events?.[0]).toMatchObject({ id: 4, type: 'ExecutionSucceeded' });
    expect(reverse.events?.[0]?.executionSucceededEventDetails?.output).toBeUndefined();
  });

  it('stops an execution from outside and kills its token', async () => {
    const { executionArn } = await start('one');
    await settle(bench.engine);
    await client.send(new StopExecutionCommand({ executionArn, error: 'Stop', cause: 'by hand' }));
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'ABORTED', error: 'Stop', cause: 'by hand' });
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
  });

  it('lists and describes state machines', async () => {
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
    expect(stateMachines?.map((one) => one.name)).toEqual(['machine', 'pass']);
    const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn: PASS }));
    expect(described).toMatchObject({ name: 'pass', type: 'STANDARD', definition: pass, status: 'ACTIVE' });
  });

  it('tells of the start and the end of an execution as EventBridge does', async () => {
    const { executionArn } = await start('one', '{"n":5}', PASS);
    await settle(bench.engine);
    expect(changes.map(({ status }) => status)).toEqual(['RUNNING', 'SUCCEEDED']);
    expect(changes[1]).toMatchObject({
      executionArn,
      stateMachineArn: PASS,
      name: 'one',
      input: '{"n":5}',
      output: '5',
      stopDate: START,
    });
  });
});
