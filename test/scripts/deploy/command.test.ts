import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'scripts');

/** Runs a command of the operator with credentials that nobody answers for. */
function run(script: 'deploy' | 'destroy', args: readonly string[]) {
  // Nobody listens on port 9.
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_MAX_ATTEMPTS: '1',
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
