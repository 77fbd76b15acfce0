import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { verifyEvidence } from '../../verify-evidence.ts';
import { type CheckReport, mustBeEmpty } from '../check-report.ts';
import type { AwsClients } from '../clients.ts';
import type { DeployedResource } from '../compare-resources.ts';
import type { HttpApi } from '../http-api.ts';

const SHOWN_FAULTS = 3;

/** What is looked at when all else has been done. */
export interface Aftermath {
  readonly clients: AwsClients;
  readonly deployed: readonly DeployedResource[];
  readonly api: HttpApi;
  readonly caseId: string;
  readonly auditorToken: string;
}

/** The evidence verifies away from AWS, nothing undeliverable waits, and no function met a fault. */
export async function checkAftermath(report: CheckReport, world: Aftermath): Promise<void> {
  await report.check('the evidence of the notice verifies offline', () => evidenceHolds(world));
  for (const { physicalId, logicalId } of world.deployed.filter(({ type }) => type === 'AWS::SQS::Queue')) {
    await report.check(`nothing waits in ${logicalId}`, () => queueIsEmpty(world.clients, physicalId));
  }
  await report.check('no function logged a fault', () => logsAreClean(world));
}

async function evidenceHolds({ api, caseId, auditorToken }: Aftermath): Promise<string> {
  const keys = await api.call('GET', '/.well-known/jwks.json');
  const bundle = await api.call('GET', `/v1/cases/${caseId}/evidence`, { token: auditorToken });
  const { valid, lines } = await verifyEvidence(bundle.body, keys.body);
  if (!valid) throw new Error(lines.join('; '));
  return lines.at(-1) ?? '';
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
