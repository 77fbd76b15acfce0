import { readFileSync } from 'node:fs';
import { z } from 'zod';

const AllowList = z.object({
  served: z.record(z.string(), z.string()),
  inert: z.record(z.string(), z.string()),
  parts: z.record(z.string(), z.string()),
  intrinsicFunctions: z.array(z.string()),
});

/** The one allow-list of resource types and intrinsic functions: `supported-types.json`, also read by the synth check. */
export const allowList = AllowList.parse(
  JSON.parse(readFileSync(new URL('./supported-types.json', import.meta.url), 'utf8')),
);

/** A resource type or intrinsic function in a template that the one-machine runtime does not know. */
export class UnsupportedTemplateError extends Error {
  override readonly name = 'UnsupportedTemplateError';
}

/** Says whether the runtime serves a resource type (true) or may ignore it (false); throws for any other type. */
export function isServed(type: string, where: string): boolean {
  if (type in allowList.served) return true;
  if (type in allowList.inert) return false;
  const [, service = type] = type.split('::');
  const file = allowList.parts[service] ?? `local/services/${service.toLowerCase()}.ts`;
  throw new UnsupportedTemplateError(
    `${where}: nothing on one machine serves ${type}; serve it in ${file} and add it to local/template/supported-types.json`,
  );
}
