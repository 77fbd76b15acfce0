import * as z from 'zod';
import type { Engine } from '../engine.ts';
import { ApiError } from '../errors.ts';
import { exceedsLimit } from '../payload.ts';
import type { OpenToken } from '../tasks/tokens.ts';

const Token = z.string().min(1).max(2048);
const SuccessInput = z.looseObject({ taskToken: Token, output: z.string() });
const FailureInput = z.looseObject({
  taskToken: Token,
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
const HeartbeatInput = z.looseObject({ taskToken: Token });

/** SendTaskSuccess: the answer goes out when the outcome is on disk. */
export async function sendTaskSuccess(engine: Engine, body: unknown): Promise<unknown> {
  const { taskToken, output } = SuccessInput.parse(body);
  const value = parseOutput(output);
  openToken(engine, taskToken).complete({ kind: 'succeeded', output: value });
  await engine.durable();
  return {};
}

/** SendTaskFailure: as SendTaskSuccess, with the error that Retry and Catch see. */
export async function sendTaskFailure(engine: Engine, body: unknown): Promise<unknown> {
  const { taskToken, error, cause } = FailureInput.parse(body);
  openToken(engine, taskToken).complete({ kind: 'failed', error, cause });
  await engine.durable();
  return {};
}

/** SendTaskHeartbeat: restarts the heartbeat period of an open task. */
export async function sendTaskHeartbeat(engine: Engine, body: unknown): Promise<unknown> {
  openToken(engine, HeartbeatInput.parse(body).taskToken).heartbeat();
  return {};
}

/** A token that is no longer open has timed out for AWS, whichever way its task ended. */
function openToken(engine: Engine, token: string): OpenToken {
  const open = engine.tokens.find(token);
  if (open !== undefined) return open;
  const execution = engine.tokens.executionOf(token);
  if (execution === undefined) throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
  if (!engine.knowsNumber(execution)) {
    throw new ApiError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
  }
  throw new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

function parseOutput(output: string): unknown {
  if (exceedsLimit(output)) throw new ApiError('InvalidOutput', "Invalid Output: 'the output is over 262144 bytes'");
  try {
    return JSON.parse(output);
  } catch {
    throw new ApiError('InvalidOutput', "Invalid Output: 'the output is no JSON'");
  }
}
