import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { InvokeFunction } from '../ports.ts';
import type { TaskRunner } from '../states/services.ts';

const Arguments = z.object({ FunctionName: z.string(), Payload: z.unknown().optional() });
const resources = ['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken'];

/** Runs the Task states that invoke a function, with the output and error names of Step Functions' Lambda integration. */
export function createLambdaTasks(invoke: InvokeFunction): TaskRunner {
  return async ({ resource, parameters }) => {
    const input = Arguments.safeParse(parameters);
    if (!resources.includes(resource) || !input.success) {
      return {
        kind: 'failed',
        error: 'States.Runtime',
        cause: `Nothing on one machine runs ${resource} with such arguments.`,
      };
    }
    const result = await invoke(input.data.FunctionName, input.data.Payload ?? {});
    if (result.kind === 'failed') {
      const { errorType, errorMessage, trace } = result;
      return { kind: 'failed', error: errorType, cause: JSON.stringify({ errorType, errorMessage, trace }) };
    }
    const output = {
      ExecutedVersion: '$LATEST',
      Payload: result.payload,
      SdkHttpMetadata: { HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: randomUUID() },
      StatusCode: 200,
    };
    return { kind: 'succeeded', output };
  };
}
