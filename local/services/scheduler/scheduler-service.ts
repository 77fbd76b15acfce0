import type { ServiceHandler, ServiceRequest, ServiceResponse } from '../../ports.ts';
import { jsonError } from '../json-service.ts';
import { AwsError, jsonBody, jsonResponse, pathSegments } from '../responses.ts';
import { firstRun, readExpression } from './expression.ts';
import { type Schedule, ScheduleInput } from './schedule.ts';
import { ScheduleStore, type ScheduleStoreOptions } from './schedule-store.ts';

/** A schedule of the template: its name, and the resolved properties of its `AWS::Scheduler::Schedule`. */
export interface ScheduleDeclaration {
  readonly name: string;
  readonly properties: unknown;
}

/** What the scheduler needs beside what its schedules need to fire. */
export interface SchedulerOptions extends ScheduleStoreOptions {
  readonly account: string;
  readonly region: string;
  readonly schedules: readonly ScheduleDeclaration[];
  /** Names of the template's schedule groups; `default` is always there. */
  readonly groups: readonly string[];
}

/** The endpoint, and the moment from which schedules fire. */
export interface Scheduler {
  readonly handler: ServiceHandler;
  start(): void;
}

type Context = SchedulerOptions & { readonly store: ScheduleStore };

/** EventBridge Scheduler for one-off and rate schedules whose target is a function; everything is on disk. */
export async function createScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const context: Context = { ...options, store: new ScheduleStore(options) };
  await context.store.open();
  await takeTemplate(context);
  return { handler: (request) => answer(context, request), start: () => context.store.start() };
}

async function takeTemplate(context: Context): Promise<void> {
  const { store, schedules } = context;
  const declared = schedules.map(({ name, properties }) => ({ name, input: ScheduleInput.parse(properties) }));
  const arns = declared.map(({ name, input }) => arnOf(context, input.GroupName, name));
  const gone = store.list().filter(({ fromTemplate, arn }) => fromTemplate && !arns.includes(arn));
  for (const { arn } of gone) await store.delete(arn);
  for (const { name, input } of declared) await put(context, name, input, true);
}

async function answer(context: Context, request: ServiceRequest): Promise<ServiceResponse> {
  try {
    return await route(context, request);
  } catch (error) {
    return jsonError(error);
  }
}

async function route(context: Context, request: ServiceRequest): Promise<ServiceResponse> {
  const [resource, name] = pathSegments(request.path);
  if (resource !== 'schedules') throw new AwsError('ValidationException', 'Only schedules are served locally', 501);
  if (name === undefined) return list(context, request.query);
  if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(name)) throw new AwsError('ValidationException', 'The name is not valid.');
  if (request.method === 'POST') return create(context, name, ScheduleInput.parse(jsonBody(request)));
  if (request.method === 'PUT') {
    const input = ScheduleInput.parse(jsonBody(request));
    find(context, input.GroupName, name);
    return jsonResponse(200, { ScheduleArn: await put(context, name, input, false) });
  }
  const schedule = find(context, request.query.get('groupName') ?? 'default', name);
  if (request.method !== 'DELETE') return jsonResponse(200, { ...schedule.input, ...summary(schedule) });
  await context.store.delete(schedule.arn);
  return jsonResponse(200, {});
}

async function create(context: Context, name: string, input: ScheduleInput): Promise<ServiceResponse> {
  const { GroupName, ClientToken } = input;
  if (GroupName !== 'default' && !context.groups.includes(GroupName)) {
    throw new AwsError('ResourceNotFoundException', `Schedule group ${GroupName} does not exist.`, 404);
  }
  const arn = arnOf(context, GroupName, name);
  const earlier = context.store.get(arn);
  if (earlier === undefined) await put(context, name, input, false);
  else if (ClientToken === undefined || earlier.input.ClientToken !== ClientToken) {
    throw new AwsError('ConflictException', `Schedule ${name} already exists.`, 409);
  }
  return jsonResponse(200, { ScheduleArn: arn });
}

/** A schedule whose expression stays the same keeps its rhythm. */
async function put(context: Context, name: string, input: ScheduleInput, fromTemplate: boolean): Promise<string> {
  const { store, clock } = context;
  const arn = arnOf(context, input.GroupName, name);
  const timing = readExpression(input.ScheduleExpression, input.ScheduleExpressionTimezone);
  const now = clock.now();
  const earlier = store.get(arn);
  const sameTiming =
    earlier?.input.ScheduleExpression === input.ScheduleExpression &&
    earlier.input.ScheduleExpressionTimezone === input.ScheduleExpressionTimezone;
  const nextAt = sameTiming ? earlier.nextAt : firstRun(timing, now);
  const createdAt = earlier?.createdAt ?? now;
  await store.set({ name, group: input.GroupName, arn, fromTemplate, input, createdAt, changedAt: now, nextAt });
  return arn;
}

function list({ store }: Context, query: URLSearchParams): ServiceResponse {
  const limit = Math.min(Number(query.get('MaxResults') ?? 100), 100);
  const token = query.get('NextToken') ?? '';
  const matching = store.list().filter(({ name, group, arn }) => {
    const inGroup = group === (query.get('ScheduleGroup') ?? group);
    return inGroup && name.startsWith(query.get('NamePrefix') ?? '') && arn > token;
  });
  const page = matching.slice(0, limit);
  const Schedules = page.map((schedule) => {
    return { ...summary(schedule), State: schedule.input.State, Target: { Arn: schedule.input.Target.Arn } };
  });
  return jsonResponse(200, { Schedules, ...(matching.length > limit ? { NextToken: page.at(-1)?.arn } : {}) });
}

function find(context: Context, group: string, name: string): Schedule {
  const schedule = context.store.get(arnOf(context, group, name));
  if (schedule === undefined) throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
  return schedule;
}

function summary({ name, group, arn, createdAt, changedAt }: Schedule): Record<string, unknown> {
  const [CreationDate, LastModificationDate] = [createdAt / 1_000, changedAt / 1_000];
  return { Name: name, GroupName: group, Arn: arn, CreationDate, LastModificationDate };
}

function arnOf({ region, account }: Context, group: string, name: string): string {
  return `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}`;
}
