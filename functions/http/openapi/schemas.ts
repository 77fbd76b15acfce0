import * as z from 'zod';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const Converted = z.object({
  properties: z.object({ value: z.record(z.string(), z.unknown()) }),
  $defs: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

/** A schema as it is written at its place, and the components that it refers to. */
export interface ConvertedSchema {
  readonly schema: JsonSchema;
  readonly components: Readonly<Record<string, JsonSchema>>;
}

/**
 * Turns a zod schema into JSON Schema 2020-12, as OpenAPI 3.1 uses it: schemas with an id become components. A request
 * is described as it is sent, an answer as it is given.
 */
export function toSchema(schema: z.ZodType, direction: 'request' | 'answer'): ConvertedSchema {
  const converted = z.toJSONSchema(z.object({ value: schema }), {
    target: 'draft-2020-12',
    io: direction === 'request' ? 'input' : 'output',
    unrepresentable: 'any',
  });
  const { properties, $defs } = Converted.parse(JSON.parse(withComponents(JSON.stringify(converted))));
  const components = Object.entries($defs).map(([name, { id: _id, ...component }]) => [name, component]);
  return { schema: properties.value, components: Object.fromEntries(components) };
}

function withComponents(json: string): string {
  return json.replaceAll('"#/$defs/', '"#/components/schemas/');
}
