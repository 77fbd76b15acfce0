import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), properties: z.unknown().optional() })).default({}),
});
const StackProperties = z.object({ templateFile: z.string(), stackName: z.string().optional() });
const NestedProperties = z.object({ directoryName: z.string() });
const AssetsProperties = z.object({ file: z.string() });
const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })).default({}),
});

const Template = z.object({
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown().optional() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
});

/** A stack of the assembly: its name and its CloudFormation template. */
export interface Stack {
  readonly name: string;
  readonly template: z.infer<typeof Template>;
}

/** A synthesized assembly: its stacks and the directory of each file asset by content hash. */
export interface Assembly {
  readonly stacks: readonly Stack[];
  readonly assets: ReadonlyMap<string, string>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Reads a synthesized assembly (`cdk.out`) from its folder, nested assemblies of stages included. */
export function readAssembly(directory: string): Assembly {
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const [id, { type, properties }] of Object.entries(
    Manifest.parse(readJson(join(directory, 'manifest.json'))).artifacts,
  )) {
    if (type === 'aws:cloudformation:stack') {
      const { templateFile, stackName } = StackProperties.parse(properties);
      stacks.push({ name: stackName ?? id, template: Template.parse(readJson(join(directory, templateFile))) });
    } else if (type === 'cdk:asset-manifest') {
      const { files } = Assets.parse(readJson(join(directory, AssetsProperties.parse(properties).file)));
      for (const [hash, { source }] of Object.entries(files)) assets.set(hash, join(directory, source.path));
    } else if (type === 'cdk:cloud-assembly') {
      const nested = readAssembly(join(directory, NestedProperties.parse(properties).directoryName));
      stacks.push(...nested.stacks);
      for (const [hash, path] of nested.assets) assets.set(hash, path);
    }
  }
  return { stacks, assets };
}
