import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { allowList } from '../local/template/supported-types.ts';

const Template = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })).default({}) });

/** Intrinsic functions by the key under which they stand in a template. */
const INTRINSIC = /^(?:Ref|Fn::[A-Za-z]+)$/;

/** What the one-machine runtime could not serve in the templates of `assembly`: each a sentence saying who would have to. */
export function checkTemplates(assembly: string): readonly string[] {
  return globSync('*.template.json', { cwd: assembly }).flatMap((file) => {
    const json: unknown = JSON.parse(readFileSync(join(assembly, file), 'utf8'));
    const types = Object.values(Template.parse(json).Resources).map(({ Type }) => Type);
    return [...unknownTypes(file, types), ...unknownFunctions(file, json)];
  });
}

function unknownTypes(file: string, types: readonly string[]): readonly string[] {
  const unknown = types.filter((type) => !(type in allowList.served) && !(type in allowList.inert));
  return [...new Set(unknown)].map((type) => {
    const service = type.split('::')[1] ?? type;
    const part = allowList.parts[service] ?? `local/services/${service.toLowerCase()}.ts`;
    return `${file}: nothing on one machine serves ${type}; serve it in ${part} and list it in local/template/supported-types.json`;
  });
}

function unknownFunctions(file: string, json: unknown): readonly string[] {
  const used = new Set<string>();
  collect(json, used);
  return [...used]
    .filter((name) => !allowList.intrinsicFunctions.includes(name))
    .map((name) => `${file}: ${name} is not resolved on one machine; resolve it in local/template/resolve.ts`);
}

function collect(value: unknown, used: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (INTRINSIC.test(key)) used.add(key);
    collect(inner, used);
  }
}
