import type { CaseCounts, Counts } from '../../bench/usage/counts.ts';
import { sumOf, times, type Usage } from '../../bench/usage/usage.ts';
import { WATCH_MINUTES } from '../../functions/adapters/case-change.ts';
import { MINUTES_WHILE_RUNNING } from '../../functions/operations/sweep-open-cases/contract.ts';
import { ASSUMED, FUNCTION_GIGABYTES } from './assumptions.ts';

const MINUTES = 60;
const MILLISECONDS = 1_000;

/** How often the sweep looks at a case that nobody changes for some hours. */
export function looksIn(hours: number): number {
  const minutes = hours * MINUTES - WATCH_MINUTES;
  return minutes < 0 ? 0 : 1 + Math.floor(minutes / MINUTES_WHILE_RUNNING);
}

/** Everything that one case uses from receipt to its last timer, waiting for a person included. */
export function wholeCase(counts: CaseCounts, look: Counts['look'], hoursWaited: number): Usage {
  const { untilReview, untilClosed, afterwards } = counts;
  return sumOf([untilReview, untilClosed, afterwards, times(look, looksIn(hoursWaited))]);
}

/** The seconds that functions run for a usage, by the assumed durations. */
export function functionSeconds(usage: Usage): number {
  const milliseconds =
    usage.invocations * ASSUMED.computeMilliseconds +
    usage.dynamodbCalls * ASSUMED.databaseMilliseconds +
    (usage.objectPuts + usage.objectGets) * ASSUMED.objectMilliseconds +
    (usage.keyRequests + usage.signatures) * ASSUMED.keyMilliseconds +
    usage.mails * ASSUMED.mailMilliseconds +
    usage.stateCalls * ASSUMED.stateMilliseconds +
    usage.schedules * ASSUMED.timerMilliseconds;
  return milliseconds / MILLISECONDS;
}

/** The same in gigabyte-seconds, which is what Lambda bills. */
export function gigabyteSeconds(usage: Usage): number {
  return functionSeconds(usage) * FUNCTION_GIGABYTES;
}

/** Bytes that come to the logs: the functions', the service's own, and the gateway's. */
export function logBytes(usage: Usage): number {
  const { platformLogBytes, accessLogBytes } = ASSUMED;
  return usage.logBytes + usage.invocations * platformLogBytes + usage.apiRequests * accessLogBytes;
}
