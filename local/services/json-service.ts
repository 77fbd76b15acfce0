import * as z from 'zod';
import type { ServiceHandler, ServiceResponse } from '../ports.ts';
import { AwsError, jsonBody, jsonResponse } from './responses.ts';

/** One operation: takes the parsed body, gives the answer, throws an `AwsError` to refuse. */
export type JsonOperation = (input: unknown) => unknown;

/** Describes an operation: what it takes, checked before it runs, and what it does. */
export function operation<I>(input: z.ZodType<I>, run: (input: I) => unknown): JsonOperation {
  return (value) => run(input.parse(value));
}

/** A service of the AWS JSON protocol: the operation is named in `x-amz-target` after a dot. */
export function jsonService(operations: Readonly<Record<string, JsonOperation>>): ServiceHandler {
  return async (request) => {
    const name = (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';
    const run = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (run === undefined) return jsonError(new AwsError('UnknownOperationException', `${name} is not served locally`));
    try {
      return jsonResponse(200, await run(jsonBody(request)), { 'content-type': 'application/x-amz-json-1.1' });
    } catch (error) {
      return jsonError(error);
    }
  };
}

/** An error as the AWS JSON protocols carry it; what is neither a refusal nor a bad input is thrown on. */
export function jsonError(error: unknown): ServiceResponse {
  const refusal = error instanceof z.ZodError ? new AwsError('ValidationException', z.prettifyError(error)) : error;
  if (!(refusal instanceof AwsError)) throw refusal;
  const body = { __type: refusal.code, Message: refusal.message, message: refusal.message };
  return jsonResponse(refusal.status, body, { 'x-amzn-errortype': refusal.code });
}
