import * as z from 'zod';
import type { Engine } from '../engine.ts';
import { ApiError } from '../errors.ts';
import type { StateMachine } from '../machines.ts';
import { pageOf } from './paging.ts';

const ListInput = z.looseObject({
  maxResults: z.number().int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
});
const DescribeInput = z.looseObject({ stateMachineArn: z.string() });

/** ListStateMachines. */
export async function listStateMachines(engine: Engine, body: unknown): Promise<unknown> {
  const { maxResults, nextToken } = ListInput.parse(body);
  const page = pageOf(engine.machines.all(), maxResults, nextToken);
  const stateMachines = page.items.map((machine) => summary(machine));
  return { stateMachines, ...(page.nextToken === undefined ? {} : { nextToken: page.nextToken }) };
}

/** DescribeStateMachine. */
export async function describeStateMachine(engine: Engine, body: unknown): Promise<unknown> {
  const { stateMachineArn } = DescribeInput.parse(body);
  const machine = engine.machines.find(stateMachineArn);
  if (machine === undefined) {
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  }
  const { definition, roleArn } = machine;
  return { ...summary(machine), status: 'ACTIVE', definition, roleArn };
}

function summary({ arn, name, type, createdAt }: StateMachine): Record<string, unknown> {
  return { stateMachineArn: arn, name, type, creationDate: createdAt / 1000 };
}
