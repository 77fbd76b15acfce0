import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Template = z.object({
  Parameters: z
    .record(z.string(), z.object({ Description: z.string().default(''), Default: z.unknown().optional() }))
    .default({}),
  Resources: z
    .record(
      z.string(),
      z.object({
        Type: z.string(),
        Properties: z.record(z.string(), z.unknown()).default({}),
        DeletionPolicy: z.string().optional(),
      }),
    )
    .default({}),
});
const SUFFIX = '.template.json';

/** A resource as a template declares it. */
export interface DeclaredResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Whether it stays when its stack is deleted. */
  readonly retained: boolean;
}

/** A parameter that a template asks for. */
export interface DeclaredParameter {
  readonly name: string;
  readonly description: string;
  readonly hasDefault: boolean;
}

/** A stack as synthesized. */
export interface StackTemplate {
  readonly name: string;
  readonly parameters: readonly DeclaredParameter[];
  readonly resources: readonly DeclaredResource[];
}

/** The stacks of an assembly. */
export function readTemplates(assembly: string): readonly StackTemplate[] {
  return globSync(`*${SUFFIX}`, { cwd: assembly })
    .sort()
    .map((file) => {
      const name = file.slice(0, -SUFFIX.length);
      return parseTemplate(name, readFileSync(join(assembly, file), 'utf8'));
    });
}

/** A template from its text. @throws z.ZodError or SyntaxError when it is none in JSON */
export function parseTemplate(name: string, text: string): StackTemplate {
  const { Parameters, Resources } = Template.parse(JSON.parse(text));
  return {
    name,
    parameters: Object.entries(Parameters).map(([parameter, { Description, Default }]) => ({
      name: parameter,
      description: Description,
      hasDefault: Default !== undefined,
    })),
    resources: Object.entries(Resources).map(([logicalId, { Type, Properties, DeletionPolicy = '' }]) => ({
      stack: name,
      logicalId,
      type: Type,
      properties: Properties,
      retained: DeletionPolicy.startsWith('Retain'),
    })),
  };
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
