import { Problem } from '#domain/api/problem';
import { IDEMPOTENCY_KEY } from '#runtime/idempotency';
import type { RouteContract } from '../../ports/route-contract.ts';
import { AUTHENTICATION } from './authentication.ts';
import { describedBody } from './described-body.ts';
import { EXAMPLE_BODIES } from './examples.ts';
import { type JsonSchema, toSchema } from './schemas.ts';
import { TOKEN_PATH } from './token-path.ts';

/** What an error status of a route means, in the words of the reference. */
const PROBLEMS = {
  400: 'The request is not well formed; `errors` names each path.',
  401: 'No valid access token.',
  403: 'The role of the token does not allow this.',
  404: 'There is no such case, or it is not yours.',
  409: 'The case is not in a state that allows this, or somebody else holds it.',
  413: 'The body is larger than 1 MiB.',
  415: 'The Content-Type names something else than JSON in UTF-8. It may be left out.',
  422: 'The Idempotency-Key was used with another body.',
  429: 'More than is taken from one sender at once; `Retry-After` says in how many seconds to try again.',
  503: 'A service that Writ rests on does not answer; `Retry-After` says in how many seconds to try again.',
} as const;

/** The OpenAPI 3.1 document of routes, made from their contracts, and of the one that the user pool answers. */
export function openApiDocument(contracts: readonly RouteContract[]): JsonSchema {
  const components: Record<string, JsonSchema> = { ...toSchema(Problem, 'answer').components };
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const contract of contracts) {
    const operation = describeOperation(contract, components);
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Writ',
      version: '1',
      description: 'Legal removal demands from receipt to sealed audit. Errors are problem documents (RFC 9457).',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: { ...paths, ...TOKEN_PATH },
    components: { schemas: components, securitySchemes: SECURITY_SCHEMES },
  };
}

const SECURITY_SCHEMES = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `${AUTHENTICATION.en.people} ${AUTHENTICATION.en.machines} ${AUTHENTICATION.en.authorities}`,
  },
  clientCredentials: {
    type: 'http',
    scheme: 'basic',
    description: 'The id of a client and its secret, as an operator hands them over.',
  },
  caseToken: { type: 'http', scheme: 'bearer', description: AUTHENTICATION.en.caseToken },
};

function describeOperation(contract: RouteContract, components: Record<string, JsonSchema>): JsonSchema {
  const place = (schema: Parameters<typeof toSchema>[0], direction: 'request' | 'answer'): JsonSchema => {
    const converted = toSchema(schema, direction);
    Object.assign(components, converted.components);
    return converted.schema;
  };
  const body = contract.body.def.type === 'undefined' ? null : place(describedBody(contract), 'request');
  const answers = Object.entries(contract.answers).map(([status, schema]) => [
    status,
    {
      description: contract.summary.en,
      content:
        schema === null
          ? { [contract.mediaType ?? 'application/octet-stream']: {} }
          : { 'application/json': { schema: place(schema, 'answer') } },
    },
  ]);
  return {
    operationId: contract.operationId,
    summary: contract.summary.en,
    'x-summary-de': contract.summary.de,
    'x-audience': contract.audience,
    security: securityOf(contract),
    parameters: [...pathParameters(contract), ...queryParameters(contract), ...headerParameters(contract)],
    ...(body !== null && {
      requestBody: {
        required: contract.body.def.type !== 'optional',
        content: { 'application/json': { schema: body, example: EXAMPLE_BODIES[contract.operationId] } },
      },
    }),
    responses: { ...problemsOf(contract), ...Object.fromEntries(answers) },
  };
}

function securityOf({ audience }: RouteContract): readonly JsonSchema[] {
  if (audience === 'anybody') return [];
  if (audience === 'case-token') return [{ caseToken: [] }];
  return audience.includes('public') ? [{}, { accessToken: [] }] : [{ accessToken: [] }];
}

function pathParameters({ path }: RouteContract): readonly JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: RouteContract): readonly JsonSchema[] {
  const { properties } = toSchema(query, 'request').schema;
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

function headerParameters({ method }: RouteContract): readonly JsonSchema[] {
  if (method !== 'POST') return [];
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: IDEMPOTENCY_KEY.description,
      schema: { type: 'string', minLength: 22, maxLength: 256, pattern: IDEMPOTENCY_KEY.pattern },
    },
  ];
}

function problemsOf(contract: RouteContract): JsonSchema {
  const secured = contract.audience !== 'anybody';
  const statuses = [
    400,
    ...(secured ? [401, 403] : []),
    ...(contract.path.includes('{') ? [404] : []),
    ...(contract.method === 'POST' ? [409, 413, 422] : []),
    ...(contract.body.def.type === 'undefined' ? [] : [415]),
    ...(contract.needs.includes('senders:count') ? [429] : []),
    ...(contract.needs.length > 0 ? [503] : []),
  ];
  const described = Object.entries(PROBLEMS).filter(([status]) => statuses.includes(Number(status)));
  return {
    ...Object.fromEntries(
      described.map(([status, description]) => [
        status,
        { ...problemAnswer(description), ...(WITH_RETRY_AFTER.includes(status) && { headers: RETRY_AFTER }) },
      ]),
    ),
    default: problemAnswer('Any other error.'),
  };
}

/** The statuses that say when to try again. */
const WITH_RETRY_AFTER: readonly string[] = ['429', '503'];
const RETRY_AFTER = { 'Retry-After': { required: true, description: 'In seconds.', schema: { type: 'integer' } } };

function problemAnswer(description: string): JsonSchema {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, content: { 'application/problem+json': { schema } } };
}
