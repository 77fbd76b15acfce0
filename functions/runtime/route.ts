import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Caller, TokenVerifier } from '../ports/callers.ts';
import type { CaseStore, IdempotentAnswer } from '../ports/case-store.ts';
import { AnswerKeptError } from '../ports/errors.ts';
import type { RouteContract } from '../ports/route-contract.ts';
import { admit, bearerOf } from './admission.ts';
import { idempotencyKey, keepable, keptAnswer, type Replay } from './idempotency.ts';
import { faultFields, LogMessage, log } from './logger.ts';
import { type Answer, problem } from './problem.ts';
import { parseBody, parseQuery } from './request-body.ts';
import { isUnavailable, RETRY_AFTER_SECONDS, withinDeadline } from './unavailable.ts';

/** A request, checked. */
export interface RouteRequest<B = unknown, Q = unknown> {
  readonly caller: Caller;
  /** The bearer token as sent, empty when none was; for routes whose audience is `case-token`. */
  readonly token: string;
  readonly params: Readonly<Record<string, string>>;
  readonly method: string;
  readonly path: string;
  readonly query: Q;
  readonly body: B;
  readonly bodySha256: string;
  readonly sourceIp: string;
  /** The answer to keep in the business transaction; null when the caller sent no Idempotency-Key. */
  keep(status: number, answer: unknown): IdempotentAnswer | null;
  /** The same, as an optional part of a change. */
  keeping(status: number, answer: unknown): { idempotency?: IdempotentAnswer };
}

/** What every route needs beside its own dependencies: `verifier` when it asks who calls, `cases` when it is a POST. */
export interface RouteDependencies {
  readonly verifier?: TokenVerifier;
  readonly cases?: Pick<CaseStore, 'findAnswer'>;
}

/** A Lambda function behind the HTTP API (payload format 2.0). */
export type Gateway = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** What a route does with a checked request. */
export type Respond<D, B, Q> = (dependencies: D, request: RouteRequest<B, Q>) => Promise<Answer>;

/**
 * Wraps a route: token and role, body and query, the Idempotency-Key, and a problem document for all that is wrong.
 * `dependencies` are built on the first request. `replay` may turn a kept answer into the full one.
 */
export function route<D, B extends z.ZodType, Q extends z.ZodType>(
  contract: RouteContract<B, Q>,
  dependencies: () => D & RouteDependencies,
  respond: Respond<D, z.output<B>, z.output<Q>>,
  replay: (dependencies: D, kept: IdempotentAnswer) => Promise<unknown> = async (_, kept) => kept.answer,
): Gateway {
  return async (event) => {
    try {
      const built = dependencies();
      const answer = await withinDeadline(handled(contract, built, respond, (kept) => replay(built, kept), event));
      return toGateway(answer, contract.operationId);
    } catch (error) {
      return toGateway(answerToError(error, contract.operationId), contract.operationId);
    }
  };
}

async function handled<D, B extends z.ZodType, Q extends z.ZodType>(
  contract: RouteContract<B, Q>,
  dependencies: D & RouteDependencies,
  respond: Respond<D, z.output<B>, z.output<Q>>,
  replay: Replay,
  event: APIGatewayProxyEventV2,
): Promise<Answer> {
  const bearer = bearerOf(event.headers);
  const caller = await admit(contract.audience, dependencies.verifier, bearer);
  if ('status' in caller) return caller;
  const body = parseBody(contract.body, event);
  if (!body.ok) return body.problem;
  const query = parseQuery(contract.query, event.queryStringParameters ?? {});
  if (!query.ok) return query.problem;
  const token = bearer ?? '';
  const who = contract.audience === 'case-token' ? token : `${caller.role}/${caller.client}/${caller.subject}`;
  const sent = contract.method === 'POST' ? event.headers['idempotency-key'] : undefined;
  const key = idempotencyKey(sent, who, contract.operationId, event.rawPath);
  if (key !== null && typeof key !== 'string') return key;
  const findKept = async (): Promise<Answer | null> =>
    key === null || dependencies.cases === undefined
      ? null
      : await keptAnswer(dependencies.cases, key, body.sha256, replay);
  const kept = await findKept();
  if (kept !== null) return kept;
  const keep = (status: number, answer: unknown): IdempotentAnswer | null =>
    key === null ? null : keepable(key, body.sha256, status, answer);
  const answering = respond(dependencies, {
    caller,
    token,
    params: paramsOf(event),
    method: event.requestContext.http.method,
    path: event.rawPath,
    query: query.value,
    body: body.value,
    bodySha256: body.sha256,
    sourceIp: event.requestContext.http.sourceIp,
    keep,
    keeping: (status, answer) => optional(keep(status, answer)),
  });
  return await answerOrTwin(answering, findKept);
}

/** A twin of this request may have been faster: then its answer is the answer. */
async function answerOrTwin(answering: Promise<Answer>, findKept: () => Promise<Answer | null>): Promise<Answer> {
  try {
    const given = await answering;
    return given.status < 400 ? given : ((await findKept()) ?? given);
  } catch (error) {
    const twin = error instanceof AnswerKeptError ? await findKept() : null;
    if (twin === null) throw error;
    return twin;
  }
}

function optional(kept: IdempotentAnswer | null): { idempotency?: IdempotentAnswer } {
  return kept === null ? {} : { idempotency: kept };
}

function paramsOf(event: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']));
}

/** What the caller is told of an error: what they can do about it, or that the fault is ours. */
function answerToError(error: unknown, operationId: string): Answer {
  const name = error instanceof Error ? error.name : 'unknown';
  switch (name) {
    case 'CaseNotFoundError':
      return problem(404, 'There is no such case, or it is not yours.');
    case 'KeyErasedError':
      return problem(410, 'What this needs of the case was erased.');
    case 'TransitionRefusedError':
      return problem(409, 'The case has moved on and no longer allows this. Load it again.');
    case 'ContentionError':
    case 'RowTakenError':
      return problem(409, 'Others are changing this case right now. Load it again and retry.');
    default:
      log('error', LogMessage.requestFailed, { route: operationId, ...faultFields(error) });
      if (isUnavailable(error)) return unavailable();
      return problem(500, 'A fault of ours; nothing was changed halfway. Try again, with the same Idempotency-Key.');
  }
}

function unavailable(): Answer {
  const detail = 'A service we rest on does not answer. Send the same again a little later, with its Idempotency-Key.';
  const answer = problem(503, detail);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(RETRY_AFTER_SECONDS) } };
}

function toGateway(answer: Answer, operationId: string): APIGatewayProxyStructuredResultV2 {
  log('info', LogMessage.requestAnswered, { route: operationId, status: answer.status });
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...answer.headers };
  if (answer.bytesOf !== undefined) {
    const typed = { ...headers, 'content-type': answer.bytesOf };
    return { statusCode: answer.status, headers: typed, body: String(answer.body), isBase64Encoded: true };
  }
  if (typeof answer.body === 'string') return { statusCode: answer.status, headers, body: answer.body };
  const typed = { 'content-type': 'application/json', ...headers };
  return { statusCode: answer.status, headers: typed, body: JSON.stringify(answer.body) };
}
