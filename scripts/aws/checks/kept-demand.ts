import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { type CheckReport, eventually, mustBeEmpty } from '../check-report.ts';
import type { AwsClients } from '../clients.ts';
import { ACCOUNT } from '../ministack.ts';
import type { KeptDemand } from './demands.ts';
import { executionOf, type StoragePlaces } from './places.ts';

/** Seconds until a stream, a machine or the mail service must have done its part. */
const PATIENCE = 30;
/** The rows without which a case is not kept: the record, its outbox, its sender. */
const CASE_ROWS = ['META', 'OUTBOX#', 'PERSON#'];

const Messages = z.object({
  messages: z.record(z.string(), z.array(z.object({ To: z.array(z.string()), Subject: z.string() }))),
});

/** What the checks of a kept notice look into. */
export interface KeptChecks {
  readonly clients: AwsClients;
  readonly endpoint: string;
  readonly places: StoragePlaces;
  readonly demand: KeptDemand;
}

/** A notice that was acknowledged is kept, encrypted, audited, started and told of. */
export async function checkKept(report: CheckReport, world: KeptChecks): Promise<void> {
  await report.check('a notice is kept: its rows', () => rowsAreKept(world));
  await report.check('a notice is kept: its body and documents, encrypted', () => bodiesAreEncrypted(world));
  await report.check('a notice is kept: its first audit event', () => auditIsKept(world));
  await report.check('the function of the stream starts the execution', () =>
    eventually(PATIENCE, () => executionIsStarted(world)),
  );
  await report.check('the mail service has the receipt mail', () => eventually(PATIENCE, () => receiptIsSent(world)));
  await report.check('nothing of the notice lies in a table in the clear', () => tablesAreBlind(world));
}

type Row = Readonly<Record<string, unknown>>;

async function query({ clients }: KeptChecks, TableName: string, key: string, value: string): Promise<readonly Row[]> {
  const { Items = [] } = await clients.database.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: '#key = :value',
      ExpressionAttributeNames: { '#key': key },
      ExpressionAttributeValues: { ':value': { S: value } },
    }),
  );
  return Items;
}

const SortKey = z.object({ sk: z.object({ S: z.string() }) });

async function rowsAreKept(world: KeptChecks): Promise<string> {
  const { places, demand } = world;
  const rows = await query(world, places.cases, 'pk', `CASE#${demand.caseId}`);
  const names = rows.map((row) => SortKey.parse(row).sk.S);
  mustBeEmpty(
    CASE_ROWS.filter((wanted) => !names.some((name) => name.startsWith(wanted))).map((row) => `no row ${row}`),
  );
  const keys = await query(world, places.keys, 'caseId', demand.caseId);
  if (keys.length < 2) throw new Error(`${keys.length} wrapped keys, not one of the case and one of its sender`);
  return `${names.length} rows, ${keys.length} wrapped keys`;
}

async function bodiesAreEncrypted({ clients, places, demand }: KeptChecks): Promise<string> {
  const Bucket = places.documents;
  const { Contents = [] } = await clients.storage.send(
    new ListObjectsV2Command({ Bucket, Prefix: `${demand.caseId}/` }),
  );
  const names = Contents.map(({ Key }) => Key ?? '');
  if (!names.includes(`${demand.caseId}/sender/request`)) throw new Error(`no request among ${names.join(', ')}`);
  for (const Key of names) {
    const { Body } = await clients.storage.send(new GetObjectCommand({ Bucket, Key }));
    const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
    const seen = demand.secretWords.filter((word) => bytes.includes(word));
    mustBeEmpty(seen.map((word) => `${Key} shows "${word}"`));
  }
  return `${names.length} objects`;
}

const AuditRow = z.object({ seq: z.object({ N: z.string() }), event: z.object({ S: z.string() }) });
const AuditEvent = z.object({ type: z.string(), commitments: z.array(z.unknown()).min(1) });

async function auditIsKept(world: KeptChecks): Promise<string> {
  const rows = await query(world, world.places.audit, 'chain', world.demand.caseId);
  const first = AuditRow.parse(rows[0]);
  const { type, commitments } = AuditEvent.parse(JSON.parse(first.event.S));
  if (type !== 'case.received' || first.seq.N !== '1') throw new Error(`the first event is ${type} ${first.seq.N}`);
  return `${type}, ${commitments.length} commitments`;
}

async function tablesAreBlind(world: KeptChecks): Promise<undefined> {
  const { places, demand } = world;
  const rows = [
    ...(await query(world, places.cases, 'pk', `CASE#${demand.caseId}`)),
    ...(await query(world, places.audit, 'chain', demand.caseId)),
  ];
  const text = JSON.stringify(rows);
  mustBeEmpty(demand.secretWords.filter((word) => text.includes(word)).map((word) => `a row shows "${word}"`));
  return undefined;
}

async function executionIsStarted({ clients, places, demand }: KeptChecks): Promise<string> {
  const executionArn = executionOf(places, demand.caseId);
  const { status, input } = await clients.states.send(new DescribeExecutionCommand({ executionArn }));
  const { caseId } = z.object({ caseId: z.string() }).parse(JSON.parse(input ?? 'null'));
  if (caseId !== demand.caseId) throw new Error(`it was started for ${caseId}`);
  return `${demand.caseId}-1 is ${status}`;
}

async function receiptIsSent({ endpoint }: KeptChecks): Promise<string> {
  const answer = await fetch(`${endpoint}/_ministack/ses/messages`);
  const mails = Messages.parse(await answer.json()).messages[ACCOUNT] ?? [];
  const receipt = mails.find(({ To }) => To.includes('recht@kanzlei.example'));
  if (receipt === undefined) throw new Error(`no mail to the sender among ${mails.length}`);
  return receipt.Subject;
}
