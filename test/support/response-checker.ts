import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Answer>> }>>>
  >;
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

/** Checks answers against an OpenAPI document; gives what is wrong, or null. */
export function responseChecker(document: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (instance: Ajv2020) => void)(ajv);
  ajv.addSchema(document as object, 'openapi');
  const { paths } = document as OpenApi;
  return (method: string, path: string, status: number, mediaType: string, body: unknown): string | null => {
    const responses = paths[path]?.[method.toLowerCase()]?.responses;
    if (responses === undefined) return `${method} ${path} is not described`;
    const key = String(status) in responses ? String(status) : 'default';
    const type = mediaType.split(';')[0] ?? '';
    const content = responses[key]?.content?.[type];
    if (content === undefined) return `${method} ${path} ${status} as ${type} is not described`;
    if (content.schema === undefined) return null;
    const at = [...pointer('paths', path, method.toLowerCase(), 'responses', key, 'content', type, 'schema')].join('/');
    const validate = ajv.getSchema(`openapi#/${at}`);
    if (validate === undefined) return `no schema at ${at}`;
    return validate(body) ? null : ajv.errorsText(validate.errors);
  };
}

function pointer(...parts: string[]): string[] {
  return parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
}
