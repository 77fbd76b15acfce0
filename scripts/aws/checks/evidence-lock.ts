import {
  DeleteObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import { type CheckReport, eventually } from '../check-report.ts';
import type { AwsClients } from '../clients.ts';

/** Seconds until the schedule of every minute must have fired. */
const PATIENCE = 100;

interface LockedObject {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId: string;
}

/** What the schedule writes lies under Object Lock: its deletion and a shorter retention are refused. */
export async function checkEvidenceLock(report: CheckReport, { storage }: AwsClients, Bucket: string): Promise<void> {
  let locked: LockedObject | undefined;
  await report.check('the schedule of every minute writes a checkpoint', async () => {
    locked = await eventually(PATIENCE, () => findCheckpoint(storage, Bucket));
    return locked.Key;
  });
  await report.check('the checkpoint is under Object Lock', async () => {
    const { Retention } = await storage.send(new GetObjectRetentionCommand(present(locked)));
    if (Retention?.RetainUntilDate === undefined) throw new Error('it has no retention');
    return `${Retention.Mode} until ${Retention.RetainUntilDate.toISOString()}`;
  });
  await report.check('Object Lock refuses to delete the checkpoint', () =>
    refused(storage.send(new DeleteObjectCommand(present(locked)))),
  );
  await report.check('Object Lock refuses to shorten its retention', () => {
    const Retention = { Mode: 'GOVERNANCE', RetainUntilDate: new Date(Date.now() + 60_000) } as const;
    return refused(storage.send(new PutObjectRetentionCommand({ ...present(locked), Retention })));
  });
}

async function findCheckpoint(storage: AwsClients['storage'], Bucket: string): Promise<LockedObject> {
  const { Versions = [] } = await storage.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'checkpoints/' }));
  const [newest] = Versions;
  if (newest?.Key === undefined || newest.VersionId === undefined) throw new Error('there is none');
  return { Bucket, Key: newest.Key, VersionId: newest.VersionId };
}

function present(locked: LockedObject | undefined): LockedObject {
  if (locked === undefined) throw new Error('there is no checkpoint to try it on');
  return locked;
}

/** @returns the name of the refusal @throws Error when the call is not refused */
async function refused(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error('it was done');
  if (error.name !== 'AccessDenied') throw error;
  return error.name;
}
