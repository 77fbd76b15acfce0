import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemblyFacts } from '../../../scripts/deploy/read-assembly.ts';

let folder: string;
const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
const lambda = (Handler: string, hash: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Handler, Code: { S3Key: `${hash}.zip` } },
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'writ-read-assembly-'));
  mkdirSync(join(folder, 'asset.aa', 'http-jwks'), { recursive: true });
  writeFileSync(join(folder, 'asset.aa', 'http-jwks', 'index.mjs'), '');
  write('manifest.json', {
    artifacts: {
      one: { type: 'aws:cloudformation:stack', properties: { templateFile: 'one.template.json' } },
      'one.assets': { type: 'cdk:asset-manifest', properties: { file: 'one.assets.json' } },
    },
  });
  write('one.assets.json', { files: { aa: { source: { path: 'asset.aa' } } } });
  write('one.template.json', {
    Resources: {
      There: lambda('http-jwks/index.handler', 'aa'),
      NotInTheAsset: lambda('http-evidence/index.handler', 'aa'),
      WithoutAsset: lambda('http-docs/index.handler', 'bb'),
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an assembly', () => {
  it('names the functions whose code is not in it', () => {
    const { stacks, missingBundles } = assemblyFacts(folder);
    expect(stacks.map(({ name }) => name)).toEqual(['one']);
    expect(missingBundles).toEqual(['http-evidence', 'http-docs']);
  });
});
