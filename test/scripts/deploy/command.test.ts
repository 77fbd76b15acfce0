import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../../scripts/deploy/command-line.ts';

const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'scripts');

/** Runs a command of the operator with credentials that nobody answers for. */
function run(script: 'deploy' | 'destroy' | 'authority' | 'undelivered', args: readonly string[]) {
  // Nobody listens on port 9.
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_MAX_ATTEMPTS: '1',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(SCRIPTS, `${script}.ts`), ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe.each(['deploy', 'destroy'] as const)('npm run %s', (script) => {
  it('refuses a stage that there is not, and says beside it that AWS does not answer', () => {
    const { status, stdout } = run(script, ['--stage', 'nowhere']);
    expect(status).toBe(3);
    expect(stdout).toMatch(/^stop {2}There is no stage nowhere: name one of dev, staging, production/m);
    expect(stdout).toMatch(/^stop {2}AWS does not accept the credentials/m);
  });

  it('tells usage apart from refusal, and says how to get help', () => {
    const wrong = run(script, []);
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining(`\`npm run ${script} -- --help\``) });
    expect(run(script, ['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Exit status: 0 done'),
    });
  });
});

describe('a command of the operator', () => {
  it.each([
    ['authority', ['list', '--stage', 'dev']],
    ['undelivered', ['--stage', 'dev', '--queue', 'events']],
  ] as const)('says in a sentence that AWS does not answer: npm run %s', (script, args) => {
    const { status, stdout, stderr } = run(script, args);
    expect(stdout).toMatch(/^stop {2}AWS does not accept the credentials \(.+\): sign in/);
    expect([status, stderr]).toEqual([3, '']);
  });

  it('says in a sentence what AWS refuses later, and leaves a defect to its stack', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const failing = (error: Error) => {
      const run = () => Promise.reject(error);
      return runCommandLine({ script: 'authority', help: '', read: () => ({}), run }, []);
    };
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException', $metadata: {} });
    expect(await failing(denied)).toBe(1);
    expect(told.mock.calls).toEqual([['AWS did not do what was asked of it (AccessDeniedException: not authorized).']]);
    await expect(failing(new TypeError('ours'))).rejects.toThrow('ours');
    told.mockRestore();
  });
});
