import * as z from 'zod';
import type { Undelivered } from './undelivered.ts';

/** What Lambda puts into the queue when a function failed with an event for the last time. */
const FailedEvent = z.object({
  requestContext: z.object({ functionArn: z.string(), condition: z.string().default('') }),
  requestPayload: z.unknown(),
  responsePayload: z.object({ errorType: z.string().default('') }).catch({ errorType: '' }),
});

const CASE_ID = /\bcase-[a-z0-9]+/g;

/** An event that no function took, from the body of its message. @throws z.ZodError when it is none */
export function readFailedEvent(body: string): Undelivered {
  const { requestContext, requestPayload, responsePayload } = FailedEvent.parse(JSON.parse(body));
  // The name may end in a version: `…:function:<name>:$LATEST`.
  const [name = requestContext.functionArn] = requestContext.functionArn.split(':').slice(6);
  const cases = new Set(JSON.stringify(requestPayload ?? null).match(CASE_ID));
  return {
    what: [{ caseId: [...cases].join(', ') || 'no case named', kind: name }],
    fault: responsePayload.errorType || requestContext.condition,
    again: { functionName: name, payload: requestPayload },
  };
}
