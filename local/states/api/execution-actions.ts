import * as z from 'zod';
import { doesNotExist, type Engine } from '../engine.ts';
import { ApiError } from '../errors.ts';
import type { Execution } from '../execution.ts';
import { toHistoryEvent } from '../history-event.ts';
import { readLine } from '../record.ts';
import { pageOf } from './paging.ts';

const StartInput = z.looseObject({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().optional(),
});
const ByArn = z.looseObject({ executionArn: z.string(), includedData: z.string().optional() });
const StopInput = z.looseObject({
  executionArn: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
const Paging = { maxResults: z.number().int().min(0).max(1000).optional(), nextToken: z.string().optional() };
const ListInput = z.looseObject({
  stateMachineArn: z.string(),
  statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']).optional(),
  ...Paging,
});
const HistoryInput = z.looseObject({
  executionArn: z.string(),
  reverseOrder: z.boolean().optional(),
  includeExecutionData: z.boolean().optional(),
  ...Paging,
});

/** StartExecution: the answer goes out when the start is on disk. */
export async function startExecution(engine: Engine, body: unknown): Promise<unknown> {
  const { start } = await engine.startExecution(StartInput.parse(body));
  return { executionArn: start.arn, startDate: start.startedAt / 1000 };
}

/** StopExecution: ends an open execution; a closed one is left as it is. */
export async function stopExecution(engine: Engine, body: unknown): Promise<unknown> {
  const { executionArn, error, cause } = StopInput.parse(body);
  return { stopDate: (await engine.stopExecution(executionArn, { error, cause })) / 1000 };
}

/** DescribeExecution: open or closed alike. */
export async function describeExecution(engine: Engine, body: unknown): Promise<unknown> {
  const { executionArn } = ByArn.parse(body);
  const execution = engine.findExecution(executionArn);
  if (execution === undefined) throw doesNotExist(executionArn);
  return described(execution);
}

/** ListExecutions: the newest first. */
export async function listExecutions(engine: Engine, body: unknown): Promise<unknown> {
  const { stateMachineArn, statusFilter, maxResults, nextToken } = ListInput.parse(body);
  if (engine.machines.find(stateMachineArn) === undefined) {
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  }
  const all = engine
    .listExecutions(stateMachineArn)
    .filter(({ status }) => statusFilter === undefined || status === statusFilter)
    .sort((left, right) => right.start - left.start);
  const page = pageOf(all, maxResults, nextToken);
  const executions = page.items.map(({ arn, name, status, start, stop }) => ({
    executionArn: arn,
    stateMachineArn,
    name,
    status,
    startDate: start / 1000,
    ...(stop === undefined ? {} : { stopDate: stop / 1000 }),
    redriveCount: 0,
  }));
  return { executions, ...(page.nextToken === undefined ? {} : { nextToken: page.nextToken }) };
}

/** GetExecutionHistory: pages of events, in order or in reverse, with or without their data. */
export async function getExecutionHistory(engine: Engine, body: unknown): Promise<unknown> {
  const { executionArn, reverseOrder, includeExecutionData, maxResults, nextToken } = HistoryInput.parse(body);
  const lines = engine.historyLines(executionArn);
  if (lines === undefined) throw doesNotExist(executionArn);
  const ordered = reverseOrder === true ? lines.toReversed() : lines;
  const page = pageOf(ordered, maxResults, nextToken);
  const events = page.items.flatMap((line) => {
    const record = readLine(line);
    return record === undefined ? [] : [toHistoryEvent(record, includeExecutionData !== false)];
  });
  return { events, ...(page.nextToken === undefined ? {} : { nextToken: page.nextToken }) };
}

function described(execution: Execution): Record<string, unknown> {
  const { start, status, stoppedAt, output, error, cause } = execution;
  const closed = status !== 'RUNNING';
  const fields: Record<string, unknown> = {
    executionArn: start.arn,
    stateMachineArn: start.machineArn,
    name: start.name,
    status,
    startDate: start.startedAt / 1000,
    stopDate: stoppedAt === undefined ? undefined : stoppedAt / 1000,
    input: start.inputText,
    inputDetails: { included: true },
    output: output?.text,
    outputDetails: output === undefined ? undefined : { included: true },
    error,
    cause,
    redriveCount: 0,
    redriveStatus: closed && status !== 'SUCCEEDED' ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
