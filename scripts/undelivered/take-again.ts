import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Undelivered } from './undelivered.ts';

/** What a function answers that may take a part of what it was given. */
const Answer = z.object({ batchItemFailures: z.array(z.unknown()).default([]) }).nullable();

/** Gives it to its function again. @returns null when it was taken, else why not, in a few words */
export async function takeAgain(client: LambdaClient, { again }: Undelivered): Promise<string | null> {
  if (again === null) return 'the stream no longer holds it';
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: again.functionName, Payload: JSON.stringify(again.payload) }),
  );
  const text = Payload?.transformToString() ?? '';
  if (FunctionError !== undefined) return `${again.functionName} failed again; its log says why`;
  const { batchItemFailures } = Answer.parse(JSON.parse(text === '' ? 'null' : text)) ?? { batchItemFailures: [] };
  if (batchItemFailures.length === 0) return null;
  return `${batchItemFailures.length} of its records failed again; the log of ${again.functionName} says why`;
}
