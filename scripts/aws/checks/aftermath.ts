import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { type CheckReport, mustBeEmpty } from '../check-report.ts';
import type { AwsClients } from '../clients.ts';
import type { DeployedResource } from '../compare-resources.ts';
import type { HttpApi } from '../http-api.ts';
import { lastLines, runCommand } from '../run-command.ts';

const CLI = join(import.meta.dirname, '..', '..', '..', 'cli', 'main.ts');
const VERIFY_TIMEOUT_MS = 60_000;
const SHOWN_FAULTS = 3;

/** What is looked at when all else has been done. */
export interface Aftermath {
  readonly clients: AwsClients;
  readonly deployed: readonly DeployedResource[];
  readonly api: HttpApi;
  /** A folder for the evidence bundle. */
  readonly folder: string;
  readonly caseId: string;
  readonly auditorToken: string;
}

/** The evidence verifies away from AWS, nothing undeliverable waits, and no function met a fault. */
export async function checkAftermath(report: CheckReport, world: Aftermath): Promise<void> {
  await report.check('the evidence of the notice verifies offline', () => verifyEvidence(world));
  for (const { physicalId, logicalId } of world.deployed.filter(({ type }) => type === 'AWS::SQS::Queue')) {
    await report.check(`nothing waits in ${logicalId}`, () => queueIsEmpty(world.clients, physicalId));
  }
  await report.check('no function logged a fault', () => logsAreClean(world));
}

async function verifyEvidence({ api, folder, caseId, auditorToken }: Aftermath): Promise<string> {
  const keys = await api.call('GET', '/.well-known/jwks.json');
  const bundle = await api.call('GET', `/v1/cases/${caseId}/evidence`, { token: auditorToken });
  const place = mkdtempSync(join(folder, 'evidence-'));
  const files = { bundle: join(place, 'evidence.zip'), keys: join(place, 'keys.json') };
  writeFileSync(files.bundle, bundle.body);
  writeFileSync(files.keys, keys.body);
  const args = [CLI, 'audit', 'verify', files.bundle, '--key', files.keys];
  const verified = await runCommand(process.execPath, args, { environment: {}, timeoutMs: VERIFY_TIMEOUT_MS });
  rmSync(place, { recursive: true });
  if (verified.status !== 0) throw new Error(lastLines(verified.output, 3));
  return lastLines(verified.output, 1);
}

async function queueIsEmpty({ queues }: AwsClients, QueueUrl: string): Promise<undefined> {
  const AttributeNames = ['ApproximateNumberOfMessages'] as const;
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
  );
  const waiting = Attributes?.ApproximateNumberOfMessages;
  if (waiting !== '0') throw new Error(`${waiting} messages wait`);
  return undefined;
}

const LogLine = z.object({ level: z.string(), code: z.string().default(''), error: z.string().default('') });

async function logsAreClean({ clients, deployed }: Aftermath): Promise<string> {
  const groups = deployed.filter(({ type }) => type === 'AWS::Logs::LogGroup');
  const faults: string[] = [];
  let lines = 0;
  for (const { physicalId, logicalId } of groups) {
    const command = new FilterLogEventsCommand({ logGroupName: physicalId });
    const { events = [] } = await clients.logs.send(command);
    lines += events.length;
    faults.push(...events.flatMap(({ message = '' }) => faultIn(message).map((fault) => `${logicalId}: ${fault}`)));
  }
  if (lines === 0) throw new Error('no function has logged anything');
  mustBeEmpty([...new Set(faults)].slice(0, SHOWN_FAULTS));
  return `${lines} lines of ${groups.length} groups`;
}

function faultIn(message: string): readonly string[] {
  const line = LogLine.safeParse(parsed(message)).data;
  return line?.level === 'ERROR' ? [`${line.code} ${line.error}`] : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
