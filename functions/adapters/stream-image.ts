import * as z from 'zod';

/** A value as DynamoDB writes it: an object whose one member names its type. */
const Tagged = z.union([
  z.object({ S: z.string() }).transform(({ S }) => S),
  z.object({ N: z.string() }).transform(({ N }) => Number(N)),
  z.object({ BOOL: z.boolean() }).transform(({ BOOL }) => BOOL),
  z.object({ NULL: z.literal(true) }).transform(() => null),
  z.object({ L: z.array(z.unknown()) }).transform(({ L }) => L.map(plainValue)),
  z.object({ M: z.record(z.string(), z.unknown()) }).transform(({ M }) => plainImage(M)),
]);

/**
 * An image of a stream record in plain values. Sets and bytes are not among them: no row that is relayed has any.
 * @throws z.ZodError when a value is none that DynamoDB writes
 */
export function plainImage(image: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  return Tagged.parse(value);
}
