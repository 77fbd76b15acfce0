import * as z from 'zod';
import { Problem } from '#domain/api/problem';
import { type CommandContext, UsageError } from './command.ts';

/** Characters up to which a value is repeated beside the path of a fault. */
const LONGEST_NAME = 80;

/** A call to the HTTP interface. */
export interface ApiCall<S extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** What the answer has to look like. */
  readonly answer: S;
}

/**
 * Calls the product at `WRIT_URL` (default `http://localhost:4400`) with the token `WRIT_TOKEN`.
 * @throws UsageError with the problem document's sentences when it refuses, cannot be reached or answers oddly
 */
export async function callApi<S extends z.ZodType>(context: CommandContext, call: ApiCall<S>): Promise<z.output<S>> {
  const response = await send(context, call);
  const text = await response.text();
  const json = parseJson(text);
  if (!response.ok) throw new UsageError(sentenceOf(response.status, json, call));
  const answer = call.answer.safeParse(json);
  if (!answer.success)
    throw new UsageError(`${call.method} ${call.path} gave an answer that this version cannot read.`);
  return answer.data;
}

async function send({ environment }: CommandContext, call: ApiCall<z.ZodType>): Promise<Response> {
  const base = environment['WRIT_URL'] ?? 'http://localhost:4400';
  const url = URL.parse(call.path, base);
  if (url === null) throw new UsageError(`WRIT_URL is no address: "${base}".`);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const token = environment['WRIT_TOKEN'];
  if (token === undefined || token === '') throw new UsageError('WRIT_TOKEN is not set: an access token is needed.');
  try {
    return await fetch(url, {
      method: call.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
  } catch (cause) {
    throw new UsageError(`${url.origin} cannot be reached. Is the product running, and is WRIT_URL right?`, { cause });
  }
}

function sentenceOf(status: number, json: unknown, { body, query }: ApiCall<z.ZodType>): string {
  const problem = Problem.safeParse(json);
  if (!problem.success) return `The product answered ${status}.`;
  const { title, detail, errors = [] } = problem.data;
  const faults = errors.map(({ path, message }) => `  ${path}${nameAt(path, body ?? query)}: ${message}`);
  return [`${status} ${title}. ${detail}`, ...faults].join('\n');
}

const Fields = z.looseObject({ itemId: z.string().optional() });

/** What was sent at the path of a fault, where that is short or has an id: a path alone says `items.3` of a list. */
function nameAt(path: string, sent: unknown): string {
  const found = path.split('.').reduce(partOf, sent);
  const name = Fields.safeParse(found).data?.itemId ?? found;
  return typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME ? ` (${name})` : '';
}

function partOf(value: unknown, part: string): unknown {
  return Array.isArray(value) ? value[Number(part)] : Fields.safeParse(value).data?.[part];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
