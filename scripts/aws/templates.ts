import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Template = z.object({
  Parameters: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
const SUFFIX = '.template.json';

/** A resource as a template declares it. */
export interface DeclaredResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A stack as synthesized. */
export interface StackTemplate {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly resources: readonly DeclaredResource[];
}

/** The stacks of an assembly. */
export function readTemplates(assembly: string): readonly StackTemplate[] {
  return globSync(`*${SUFFIX}`, { cwd: assembly })
    .sort()
    .map((file) => {
      const name = file.slice(0, -SUFFIX.length);
      const { Parameters, Resources } = Template.parse(JSON.parse(readFileSync(join(assembly, file), 'utf8')));
      const resources = Object.entries(Resources).map(([logicalId, { Type: type, Properties: properties }]) => ({
        stack: name,
        logicalId,
        type,
        properties,
      }));
      return { name, parameters: Object.keys(Parameters), resources };
    });
}

/** Rewrites the templates of an assembly in place. @returns how many places were changed */
export function rewriteTemplates(assembly: string, rewrite: Rewrite): number {
  let changed = 0;
  const counting: Rewrite = (value) => {
    const better = rewrite(value);
    if (better !== undefined) changed += 1;
    return better;
  };
  for (const file of globSync(`*${SUFFIX}`, { cwd: assembly })) {
    const path = join(assembly, file);
    writeFileSync(path, JSON.stringify(rewritten(JSON.parse(readFileSync(path, 'utf8')), counting), null, 1));
  }
  return changed;
}

/** What stands in the place of a value; undefined leaves it. */
export type Rewrite = (value: unknown) => unknown;

/** A JSON value with every part that `rewrite` has an answer for replaced. */
export function rewritten(value: unknown, rewrite: Rewrite): unknown {
  const better = rewrite(value);
  if (better !== undefined) return better;
  if (Array.isArray(value)) return value.map((item) => rewritten(item, rewrite));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rewritten(inner, rewrite)]));
}

const ProviderUrl = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('ProviderURL')]) });

/** The URL of a user pool, written with the other attribute that AWS documents: the same text without its scheme. */
export const providerUrlFromName: Rewrite = (value) => {
  const pool = ProviderUrl.safeParse(value).data?.['Fn::GetAtt'][0];
  return pool && { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [pool, 'ProviderName'] }]] };
};
