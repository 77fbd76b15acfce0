import * as z from 'zod';
import { QueryEvaluationFailure } from '../errors.ts';
import { compile, expressionOf, isExpression } from './compile.ts';
import { plainPathValue } from './plain-path.ts';

/** What an expression can see: `$states` and the workflow's variables, by their names without the dollar. */
export type Bindings = Readonly<Record<string, unknown>>;

/** The JSON types as AWS names them when an expression returns another one. */
export type ExpectedType = 'array' | 'boolean' | 'number' | 'string';

const Thrown = z.object({ code: z.string().optional(), message: z.string().optional() });
const Dictionary = z.record(z.string(), z.unknown());

/** Evaluates one `{% … %}` string that stands in a field; undefined and errors become QueryEvaluationFailure. */
export async function evaluateExpression(text: string, field: string, bindings: Bindings): Promise<unknown> {
  const source = expressionOf(text);
  const known = plainPathValue(source, bindings);
  if (known !== undefined) return known;
  const start = `The JSONata expression '${source}' specified for the field '${field}'`;
  let result: unknown;
  try {
    result = await compile(source).evaluate(undefined, bindings);
  } catch (error) {
    throw new QueryEvaluationFailure(`${start} threw an error during evaluation${reason(error)}`, field);
  }
  if (result === undefined) throw new QueryEvaluationFailure(`${start} returned nothing (undefined).`, field);
  return plain(result, start, field);
}

/** Evaluates every expression in a JSON value of a definition; what is no expression stays as it is. */
export async function evaluateTemplate(template: unknown, field: string, bindings: Bindings): Promise<unknown> {
  if (typeof template === 'string') {
    return isExpression(template) ? evaluateExpression(template, field, bindings) : template;
  }
  if (Array.isArray(template)) {
    const items: unknown[] = [];
    for (const [index, item] of template.entries()) {
      items.push(await evaluateTemplate(item, `${field}[${index}]`, bindings));
    }
    return items;
  }
  if (template === null || typeof template !== 'object') return template;
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(template)) {
    entries.push([key, await evaluateTemplate(item, `${field}/${key}`, bindings)]);
  }
  return Object.fromEntries(entries);
}

/** Evaluates a field that must give one JSON type; a literal of the definition is taken as it is. */
export async function evaluateTyped(
  template: unknown,
  field: string,
  expected: ExpectedType,
  bindings: Bindings,
): Promise<unknown> {
  const value = await evaluateTemplate(template, field, bindings);
  const actual = typeName(value);
  if (actual === expected) return value;
  const source =
    typeof template === 'string' && isExpression(template) ? expressionOf(template) : JSON.stringify(template);
  throw new QueryEvaluationFailure(
    `The JSONata expression '${source}' specified for the field '${field}' returned an unexpected result type. ` +
      `Expected '${expected}', but was '${actual}' for value: ${JSON.stringify(value)}`,
    field,
  );
}

/** The JSON type of a value, in AWS's words. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Evaluates the fields of an Assign block; every expression sees the variables as they were before it. */
export async function evaluateAssign(
  template: Readonly<Record<string, unknown>> | undefined,
  field: string,
  bindings: Bindings,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (template === undefined) return undefined;
  return Dictionary.parse(await evaluateTemplate(template, field, bindings));
}

/** Cuts the marks that JSONata leaves on arrays, and refuses functions, which JSON cannot hold. */
function plain(value: unknown, start: string, field: string): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
  const text = typeof value === 'function' || isLambda(value) ? undefined : JSON.stringify(value);
  if (text === undefined) {
    throw new QueryEvaluationFailure(`${start} returned an unexpected result type: function.`, field);
  }
  return JSON.parse(text);
}

function isLambda(value: object): boolean {
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}

function reason(error: unknown): string {
  const thrown = Thrown.safeParse(error);
  if (!thrown.success) return '.';
  const message = thrown.data.message ?? String(error);
  return thrown.data.code === undefined ? `: ${message}` : `. ${thrown.data.code}: ${message}`;
}
