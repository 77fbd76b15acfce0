import * as z from 'zod';

/** What a question to AWS came to: an answer, or why there is none. */
export type Asked<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly name: string; readonly reason: string };

/** Asks, and keeps why there was no answer. */
export async function ask<T>(call: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { known: true, value: await call() };
  } catch (error) {
    if (!(error instanceof Error)) return { known: false, name: 'Error', reason: String(error) };
    return { known: false, name: error.name, reason: reasonOf(error) };
  }
}

/** The answer, or null in place of an error of that name or with that text, which says that there is no such thing. */
export async function orNull<T>(absent: RegExp, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && absent.test(`${error.name}: ${error.message}`)) return null;
    throw error;
  }
}

const FromAws = z.object({ $metadata: z.object({}) });

/** Why AWS did not answer a call, or gave no credentials to make it with; null for any other error. */
export function refusalOfAws(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const isFromAws = error.name === 'CredentialsProviderError' || FromAws.safeParse(error).success;
  return isFromAws ? reasonOf(error) : null;
}

const Answered = z.object({ $metadata: z.object({ httpStatusCode: z.number() }) });

/** Name and first line of an error; its status where the service gave it no name. */
function reasonOf(error: Error): string {
  const [firstLine = ''] = error.message.split('\n');
  const status = Answered.safeParse(error).data?.$metadata.httpStatusCode;
  if (error.name === 'Unknown' && status !== undefined) return `HTTP ${status}`;
  return firstLine === '' ? error.name : `${error.name}: ${firstLine}`;
}
