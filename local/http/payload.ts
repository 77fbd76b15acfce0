import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { account } from '../template/place.ts';
import type { CookieResponse, ListenerRequest } from './listener.ts';

const textTypes = /^(text\/|application\/(json|xml|javascript|[\w.-]+\+(json|xml))\b)/i;

const FunctionAnswer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.coerce.string()).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** What the gateway knows about a request beside the request. */
export interface Routed {
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** The driven clock's time, epoch milliseconds. */
  readonly at: number;
}

function joined(query: URLSearchParams): Record<string, string> | undefined {
  const names = [...new Set(query.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])) : undefined;
}

/** `22/Nov/2026:17:00:00 +0000` */
function logTime(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

function bodyOf({ headers, body }: ListenerRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textTypes.test(headers['content-type'] ?? '') && !headers['content-encoding'] && isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** The path decoded but for its separators; one that holds no UTF-8 is passed on as it was sent. */
function rawPath(path: string): string {
  try {
    return decodeURI(path.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    return path;
  }
}

/** Writes a request as the event of payload format 2.0. */
export function toEvent(request: ListenerRequest, routed: Routed): object {
  const { cookie, ...headers } = request.headers;
  const path = rawPath(request.path);
  return {
    version: '2.0',
    routeKey: routed.routeKey,
    rawPath: path,
    rawQueryString: request.url.search.slice(1),
    cookies: cookie?.split(/;\s*/),
    headers,
    queryStringParameters: joined(request.query),
    pathParameters: Object.keys(routed.parameters).length > 0 ? routed.parameters : undefined,
    requestContext: {
      accountId: account,
      apiId: 'local',
      domainName: headers['host'] ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: routed.requestId,
      routeKey: routed.routeKey,
      stage: '$default',
      time: logTime(routed.at),
      timeEpoch: routed.at,
    },
    ...bodyOf(request),
  };
}

/** Reads a function's answer as the gateway does: without a status code the whole value is the JSON body. */
export function toResponse(payload: unknown): CookieResponse | undefined {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
  }
  const answer = FunctionAnswer.safeParse(payload);
  if (!answer.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = answer.data;
  const named = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  return {
    status: statusCode,
    headers: named || body === '' ? headers : { ...headers, 'content-type': 'text/plain;charset=UTF-8' },
    cookies,
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
