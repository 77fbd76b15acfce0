import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { type Answer, type Fault, problem } from './problem.ts';
import { repeatedNames } from './repeated-names.ts';
import { illFormedTexts } from './well-formed.ts';

/** The largest body a route takes, in bytes. */
const LARGEST_BODY = 1_048_576;

/** A part of a request, parsed, or the problem document that says what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly sha256: string }
  | { readonly ok: false; readonly problem: Answer };

/** The media types of JSON: `application/json` and those that end in `+json`. */
const JSON_TYPE = /^application\/(?:[\w.!#$&^-]+\+)?json$/i;
const UTF_8 = /^"?utf-?8"?$/i;

/**
 * Reads and checks the body: at most 1 MiB of valid UTF-8 holding JSON that names nothing twice and fits the
 * schema; undefined when empty. A
 * Content-Type may be left out; one that names anything but JSON in UTF-8 is refused.
 */
export function parseBody<S extends z.ZodType>(schema: S, event: APIGatewayProxyEventV2): Parsed<z.output<S>> {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length > LARGEST_BODY) return refused(problem(413, 'A request body holds at most 1 MiB.'));
  if (schema instanceof z.ZodUndefined || bytes.length === 0) return checked(schema, undefined, sha256, WRONG_BODY);
  if (!isJsonType(event.headers['content-type'])) return refused(problem(415, 'Send Content-Type: application/json.'));
  const text = decoded(bytes);
  const json = parseJson(text);
  if (json === NOT_JSON)
    return refused(problem(400, 'The body is not JSON in UTF-8.', [{ path: '', message: 'not JSON' }]));
  const faults = [...illFormedTexts(json), ...repeatedNames(text)];
  if (faults.length > 0) return refused(problem(400, WRONG_BODY, faults));
  return checked(schema, json, sha256, WRONG_BODY);
}

function isJsonType(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim());
  const charsets = parameters
    .map((part) => part.split('='))
    .filter(([name]) => name?.trim().toLowerCase() === 'charset');
  return JSON_TYPE.test(type) && charsets.every(([, charset = '']) => UTF_8.test(charset.trim()));
}

/** Checks the query parameters. */
export function parseQuery<S extends z.ZodType>(
  schema: S,
  query: Readonly<Record<string, string | undefined>>,
): Parsed<z.output<S>> {
  return checked(schema, query, '', 'The query does not have the expected form.');
}

const NOT_JSON = Symbol('not JSON');
const WRONG_BODY = 'The body does not have the expected form.';

/** The text of the bytes; empty, which is no JSON, when they are not UTF-8. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function checked<S extends z.ZodType>(schema: S, value: unknown, sha256: string, detail: string): Parsed<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data, sha256 };
  return refused(problem(400, detail, parsed.error.issues.slice(0, 50).flatMap(faultsOf)));
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown field' }));
  }
  return [{ path: path.join('.'), message: issue.message }];
}

function refused(answer: Answer): { readonly ok: false; readonly problem: Answer } {
  return { ok: false, problem: answer };
}
