import { archiveHistory } from '../functions/operations/archive-history/contract.ts';
import { fireTimer } from '../functions/operations/fire-timer/contract.ts';
import { parkFailedExecution } from '../functions/operations/park-failed-execution/contract.ts';
import { recordCheckpoint } from '../functions/operations/record-checkpoint/contract.ts';
import { recordMailEvent } from '../functions/operations/record-mail-event/contract.ts';
import { relayOutbox } from '../functions/operations/relay-outbox/contract.ts';
import { sweepOpenCases } from '../functions/operations/sweep-open-cases/contract.ts';
import { sweepOrphans } from '../functions/operations/sweep-orphans/contract.ts';

/** The functions that no machine calls: they relay, sweep, archive and sign. */
export const OPERATIONS = [
  archiveHistory,
  fireTimer,
  parkFailedExecution,
  recordCheckpoint,
  recordMailEvent,
  relayOutbox,
  sweepOpenCases,
  sweepOrphans,
];
