import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readAssembly } from '../../local/template/assembly.ts';
import { readTemplates } from '../templates.ts';
import type { AssemblyFacts } from './facts.ts';

const FunctionCode = z.object({ Handler: z.string(), Code: z.object({ S3Key: z.string() }) });

/** What preflight needs of a synthesized assembly. @throws Error when the folder holds none */
export function assemblyFacts(assembly: string): AssemblyFacts {
  const stacks = readTemplates(assembly);
  const { assets } = readAssembly(assembly);
  const missingBundles = stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .flatMap(({ properties }) => {
      const { Handler, Code } = FunctionCode.parse(properties);
      const [bundle = ''] = Handler.split('.');
      const asset = assets.get(Code.S3Key.replace(/\.zip$/, ''));
      return asset !== undefined && existsSync(join(asset, `${bundle}.mjs`)) ? [] : [bundle.replace(/\/index$/, '')];
    });
  return { stacks, missingBundles };
}
