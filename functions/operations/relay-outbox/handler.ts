import type * as z from 'zod';
import { plainImage } from '#adapters/stream-image';
import { TokenRow, tokenKey } from '#domain/case-rows';
import { lazily } from '#runtime/lazily';
import { LogMessage, log } from '#runtime/logger';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildTimers } from '../../parts/timers.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Executions, Timers } from '../../ports/workflow.ts';
import { OutboxRow, type RelayedEntry, relayOutbox } from './contract.ts';

/** What the relay uses. */
export interface RelayOutboxDependencies {
  readonly cases: Pick<CaseStore, 'readRow'>;
  readonly executions: Pick<Executions, 'startRun' | 'startPaging' | 'ring'>;
  readonly timers: Timers;
  /** Reads an image of a stream record in plain values. */
  readonly readImage: (image: Readonly<Record<string, unknown>>) => unknown;
}

type Batch = z.output<typeof relayOutbox.input>;
type StreamRecord = Batch['Records'][number];

/**
 * Does what the rows of the outbox ask for. The stream delivers a row at least once, and after a failure everything
 * behind it again, so each entry is harmless when repeated. Rows that failed are named, to be delivered again.
 */
export async function relayOutboxStep(
  dependencies: RelayOutboxDependencies,
  { Records: records }: Batch,
): Promise<z.input<typeof relayOutbox.output>> {
  const failed = await Promise.all(records.map((record) => relayed(dependencies, record)));
  return { batchItemFailures: failed.flat() };
}

async function relayed(
  dependencies: RelayOutboxDependencies,
  { dynamodb: { SequenceNumber: sequenceNumber, NewImage: image } }: StreamRecord,
): Promise<{ itemIdentifier: string }[]> {
  try {
    const { caseId, entry } = OutboxRow.parse(dependencies.readImage(image));
    await relayEntry(dependencies, caseId, entry);
    return [];
  } catch (error) {
    log('error', LogMessage.recordFailed, { sequenceNumber, error: error instanceof Error ? error.name : 'unknown' });
    return [{ itemIdentifier: sequenceNumber }];
  }
}

async function relayEntry(
  { cases, executions, timers }: RelayOutboxDependencies,
  caseId: string,
  entry: RelayedEntry,
): Promise<void> {
  switch (entry.kind) {
    case 'start':
      return await executions.startRun(caseId, entry.run, entry.stage);
    case 'page':
      return await executions.startPaging(caseId, entry.pageId, entry.reason);
    case 'schedule':
      return await timers.schedule(entry.name, entry.at, { caseId, purpose: entry.purpose });
    case 'ring': {
      // No token means that nobody waits yet: whoever comes to wait looks at the record first.
      const waiting = await cases.readRow(caseId, tokenKey(entry.doorbell), TokenRow);
      return waiting === null ? undefined : await executions.ring(waiting.token, { doorbell: entry.doorbell });
    }
    default:
      return entry satisfies never;
  }
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  executions: buildExecutions(),
  timers: buildTimers(),
  readImage: plainImage,
}));

/** Lambda entry: the event source mapping of the case table's stream, filtered to new rows of the outbox. */
export const handler = stepHandler(relayOutbox, (input) => relayOutboxStep(dependencies(), input));
