import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import * as z from 'zod';
import { lastLines, runCommand } from '../run-command.ts';
import type { PythonTools } from './python-tools.ts';

/** The region and account that everything is deployed to. */
export const REGION = 'eu-central-1';
export const ACCOUNT = '000000000000';

const HEALTH_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const ISSUER_TRANSPORT = join(import.meta.dirname, 'issuer-transport.ts');
const Address = z.object({ port: z.number() });

/** A running ministack. */
export interface Ministack {
  readonly endpoint: string;
  /** The whole environment of a program that talks to it, and to nothing else. */
  readonly clientEnvironment: Readonly<Record<string, string>>;
  /** The file of the certificate that it shows. */
  readonly certificate: string;
  /** What it has logged until now. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts ministack on the loopback address, with permissions enforced and over TLS, as policies ask for; its files lie
 * below `folder`. This process trusts its certificate from then on.
 */
export async function startMinistack(tools: PythonTools, folder: string): Promise<Ministack> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const endpoint = `https://127.0.0.1:${port}`;
  const certificate = await makeCertificate(tools, folder);
  const logFile = join(folder, 'ministack.log');
  const child = spawn(tools.ministack, [], {
    cwd: folder,
    env: serverEnvironment(folder, port, certificate),
    stdio: ['ignore', openSync(logFile, 'w'), openSync(logFile, 'a')],
  });
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate.file, 'utf8')]);
  const ministack = {
    endpoint,
    clientEnvironment: clientEnvironment(folder, endpoint, certificate.file),
    certificate: certificate.file,
    log: () => readFileSync(logFile, 'utf8'),
    stop: () => stop(child),
  };
  try {
    await healthy(ministack, child);
  } catch (error) {
    await ministack.stop();
    throw error;
  }
  return ministack;
}

interface Certificate {
  readonly file: string;
  readonly key: string;
}

async function makeCertificate({ python }: PythonTools, folder: string): Promise<Certificate> {
  const certificate = { file: join(folder, 'loopback.crt'), key: join(folder, 'loopback.key') };
  const script = join(import.meta.dirname, 'certificate.py');
  const args = [script, certificate.file, certificate.key];
  const { status, output } = await runCommand(python, args, { environment: process.env, timeoutMs: HEALTH_TIMEOUT_MS });
  if (status !== 0) throw new Error(`no certificate could be made: ${lastLines(output, 3)}`);
  return certificate;
}

/** Nothing of the caller's environment but where programs lie: profiles, proxies and trust stores stay out. */
function commonEnvironment(folder: string): Record<string, string> {
  return {
    // Functions run on the `node` that is found first: the one of this process, as the template's runtime asks.
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    TMPDIR: folder,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
  };
}

function serverEnvironment(folder: string, port: number, { file, key }: Certificate): Record<string, string> {
  return {
    ...commonEnvironment(folder),
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_REGION: REGION,
    MINISTACK_ACCOUNT_ID: ACCOUNT,
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    LAMBDA_EXECUTOR: 'local',
    // A process for each function: those at rest give their memory back.
    LAMBDA_WARM_TTL_SECONDS: '20',
    // Permissions are enforced, and buckets refuse whoever comes without TLS.
    AUTH: 'true',
    USE_SSL: '1',
    MINISTACK_SSL_CERT: file,
    MINISTACK_SSL_KEY: key,
    S3_DATA_DIR: join(folder, 's3'),
    STATE_DIR: join(folder, 'state'),
    NODE_OPTIONS: `--import=${ISSUER_TRANSPORT}`,
    // Whatever it would fetch from elsewhere ends at a closed port.
    HTTP_PROXY: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    NO_PROXY: '127.0.0.1,localhost',
  };
}

function clientEnvironment(folder: string, endpoint: string, certificate: string): Record<string, string> {
  return {
    ...commonEnvironment(folder),
    AWS_ENDPOINT_URL: endpoint,
    AWS_CA_BUNDLE: certificate,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(folder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    CDK_DISABLE_VERSION_CHECK: '1',
    CI: 'true',
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Address.parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

async function healthy({ endpoint, log }: Pick<Ministack, 'endpoint' | 'log'>, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + HEALTH_TIMEOUT_MS;
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => null);
    if (answer?.ok) return;
    await delay(200);
  }
  throw new Error(`ministack did not become healthy:\n${lastLines(log(), 20)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(insist);
}
