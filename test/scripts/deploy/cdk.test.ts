import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CdkFailedError, deployStacks } from '../../../scripts/deploy/cdk.ts';
import { synthesizedStage } from '../../support/synthesized.ts';

const PRELOAD = join(import.meta.dirname, '..', '..', '..', 'scripts', 'deploy', 'cdk-arguments.ts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'writ-cdk-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the CLI of the CDK', () => {
  it('gets its arguments where no list of processes shows them, and hands them on to nobody', () => {
    const script = join(folder, 'print.mjs');
    writeFileSync(
      script,
      'console.log(JSON.stringify([process.argv.slice(2), process.env.WRIT_CDK_ARGUMENTS ?? null]))',
    );
    const env = { ...process.env, WRIT_CDK_ARGUMENTS: '["deploy","--parameters","a:PlatformToken=secret"]' };
    const { stdout } = spawnSync(process.execPath, ['--import', PRELOAD, script], { env, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([['deploy', '--parameters', 'a:PlatformToken=secret'], null]);
  });

  it('is told of, with what it says, when it fails', async () => {
    const lines: string[] = [];
    // Nobody listens on port 9: it fails before it has reached anything.
    const environment = {
      PATH: process.env['PATH'],
      HOME: folder,
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_MAX_ATTEMPTS: '1',
    };
    const options = { assembly: synthesizedStage().assembly, environment, say: (line: string) => lines.push(line) };
    const stack = { name: 'writ-dev-none', parameters: [], resources: [] };
    await expect(deployStacks([stack], {}, options)).rejects.toThrow(CdkFailedError);
    expect(lines.join('\n')).toContain('writ-dev-none');
  });
});
