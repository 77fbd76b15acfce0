import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { stageConfig } from '../../../infra/config.ts';
import type { DeployOptions } from '../../../scripts/deploy/deploy-options.ts';
import type { Facts } from '../../../scripts/deploy/facts.ts';
import { runDeploy } from '../../../scripts/deploy/run-deploy.ts';
import { type AwsServer, startAwsServer } from '../../support/aws-server.ts';
import { healthyFacts } from '../../support/deployable.ts';
import { synthesizedStage } from '../../support/synthesized.ts';

const OPTIONS: DeployOptions = {
  stage: 'dev',
  yes: false,
  smoke: 'sealed',
  'smoke-item': 'https://platform.example/tracks/smoke',
  'take-over-mail': false,
  check: false,
  help: false,
};

let folder: string;
let aws: AwsServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'writ-run-deploy-'));
  aws = await startAwsServer();
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await aws.close();
});

async function deploy(options: Partial<DeployOptions>, facts: Partial<Facts> = {}, typed = '') {
  const lines: string[] = [];
  const status = await runDeploy({
    options: { ...OPTIONS, ...options },
    facts: { ...healthyFacts(), ...facts },
    assembly: synthesizedStage().assembly,
    clients: aws.clients,
    dialogue: { input: Readable.from([typed]), say: (line) => lines.push(line) },
  });
  return { status, text: lines.join('\n') };
}

describe('deploy', () => {
  it('changes nothing when preflight stops it, and says how much there is to mend', async () => {
    const refused = await deploy({ yes: true }, { bootstrapVersion: { known: true, value: null } });
    expect(refused).toMatchObject({ status: 3, text: expect.stringMatching(/^stop {2}aws:.*\n1 to mend first/) });
  });

  it('stops after what would be done when only that is asked for', async () => {
    const { status, text } = await deploy({ check: true });
    expect(status).toBe(0);
    expect(text).toMatch(/The stage dev in the account 111122223333, eu-central-1/);
    expect(text).toMatch(/At rest it costs about \$/);
    expect(text).not.toMatch(/Deploying/);
  });

  it('changes nothing without an answer', async () => {
    expect(await deploy({})).toMatchObject({ status: 4, text: expect.stringMatching(/Nothing was changed\.$/) });
  });

  it('wants the name of production typed, whatever was agreed to', async () => {
    const config = stageConfig('production');
    expect(await deploy({ yes: true }, { config }, 'yes\n')).toMatchObject({ status: 4 });
  });

  it('tells a deployment that failed apart from all else', async () => {
    for (const name of ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN']) vi.stubEnv(name, undefined);
    vi.stubEnv('HOME', folder);
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    const failed = await deploy({ yes: true });
    expect(failed).toMatchObject({ status: 5, text: expect.stringMatching(/The deployment failed/) });
  });
});
