import type { JournalRecord } from './record.ts';

const NO_DETAILS = new Set([
  'LambdaFunctionStarted',
  'MapStateSucceeded',
  'MapStateFailed',
  'MapStateAborted',
  'ParallelStateStarted',
  'ParallelStateSucceeded',
  'ParallelStateFailed',
  'ParallelStateAborted',
  'TaskStateAborted',
  'WaitStateAborted',
]);
const MAX_CAUSE = 32_768;

/** The event as GetExecutionHistory shows it; without execution data its payloads are left out. */
export function toHistoryEvent(record: JournalRecord, includeData = true): Record<string, unknown> {
  const event: Record<string, unknown> = {
    id: record.i,
    previousEventId: record.p,
    timestamp: record.t / 1000,
    type: record.k,
  };
  if (!NO_DETAILS.has(record.k)) event[detailKey(record.k)] = details(record, includeData);
  return event;
}

function detailKey(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

function details(record: JournalRecord, includeData: boolean): Record<string, unknown> {
  const shown: Record<string, unknown> = { ...record.d };
  if (typeof shown['cause'] === 'string') shown['cause'] = shown['cause'].slice(0, MAX_CAUSE);
  for (const [key, value] of Object.entries(record.o ?? {})) {
    if (includeData) shown[key] = JSON.stringify(value);
    if (key !== 'parameters') shown[`${key}Details`] = { truncated: !includeData };
  }
  if (record.a !== undefined) {
    if (includeData) shown['assignedVariables'] = mapValues(record.a);
    shown['assignedVariablesDetails'] = { truncated: !includeData };
  }
  return shown;
}

function mapValues(variables: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)]));
}
