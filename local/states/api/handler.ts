import * as z from 'zod';
import type { ServiceHandler, ServiceResponse } from '../../ports.ts';
import type { Engine } from '../engine.ts';
import { ApiError, InvalidDefinitionError } from '../errors.ts';
import {
  describeExecution,
  getExecutionHistory,
  listExecutions,
  startExecution,
  stopExecution,
} from './execution-actions.ts';
import { describeStateMachine, listStateMachines } from './machine-actions.ts';
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './task-actions.ts';

/** Answers one action of the API with its JSON body; throws ApiError for what AWS refuses. */
export type Action = (engine: Engine, body: unknown) => Promise<unknown>;

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['StartExecution', startExecution],
  ['DescribeExecution', describeExecution],
  ['ListExecutions', listExecutions],
  ['GetExecutionHistory', getExecutionHistory],
  ['StopExecution', stopExecution],
  ['SendTaskSuccess', sendTaskSuccess],
  ['SendTaskFailure', sendTaskFailure],
  ['SendTaskHeartbeat', sendTaskHeartbeat],
  ['ListStateMachines', listStateMachines],
  ['DescribeStateMachine', describeStateMachine],
]);
const HEADERS = { 'content-type': 'application/x-amz-json-1.0' };

/** Serves the Step Functions JSON 1.0 API of an engine: `X-Amz-Target: AWSStepFunctions.<action>`. */
export function statesHandler(engine: Engine): ServiceHandler {
  return async (request) => {
    const name = request.headers['x-amz-target']?.split('.').at(-1) ?? '';
    try {
      const action = ACTIONS.get(name);
      if (action === undefined) throw new ApiError('UnknownOperationException', `The action ${name} is not served`);
      return answer(200, await action(engine, parseBody(request.body)));
    } catch (error) {
      return refusal(error);
    }
  };
}

function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.length === 0 ? '{}' : body.toString('utf8'));
  } catch {
    throw new ApiError('SerializationException', 'The request body is no JSON');
  }
}

function refusal(error: unknown): ServiceResponse {
  if (error instanceof ApiError) return answer(400, { __type: error.type, message: error.message });
  if (error instanceof InvalidDefinitionError)
    return answer(400, { __type: 'InvalidDefinition', message: error.message });
  if (error instanceof z.ZodError) {
    return answer(400, { __type: 'ValidationException', message: z.prettifyError(error) });
  }
  return answer(500, { __type: 'InternalFailure', message: error instanceof Error ? error.message : String(error) });
}

function answer(status: number, body: unknown): ServiceResponse {
  return { status, headers: HEADERS, body: JSON.stringify(body) };
}
