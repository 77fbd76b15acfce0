import type { CaseCounts, Counts } from '../../../bench/usage/counts.ts';
import { SENDER_LIMITS } from '../../../domain/sender-limits.ts';
import { GATEWAY_LIMIT } from '../../../infra/constructs/http-routes.ts';
import { functionSeconds } from '../case-usage.ts';
import { QUOTAS } from '../quotas.ts';
import type { Flood, FloodCase, FloodQuotas } from './scenario.ts';

/** The quotas of an account that asked for nothing but to leave the mail sandbox. */
export const DEFAULT_QUOTAS: FloodQuotas = {
  gateway: { bucket: GATEWAY_LIMIT.burst, refill: GATEWAY_LIMIT.rate },
  network: SENDER_LIMITS.network,
  concurrency: QUOTAS.lambdaConcurrency.value,
  writes: { bucket: QUOTAS.newTableWrites.value, refill: QUOTAS.newTableWrites.value },
  shards: 1,
  starts: { bucket: QUOTAS.startExecution.bucket, refill: QUOTAS.startExecution.value },
  transitions: { bucket: QUOTAS.stateTransition.bucket, refill: QUOTAS.stateTransition.value },
  mails: { bucket: QUOTAS.mailRate.value, refill: QUOTAS.mailRate.value },
  mailsADay: QUOTAS.mailsADay.value,
};

/** The same after the levers that cost a form: a tenfold mail quota, and a table that was warmed up to its usual most. */
export const RAISED_QUOTAS: FloodQuotas = {
  ...DEFAULT_QUOTAS,
  writes: { bucket: QUOTAS.tableWrites.value, refill: QUOTAS.tableWrites.value },
  mails: { bucket: 10 * QUOTAS.mailRate.value, refill: 10 * QUOTAS.mailRate.value },
  mailsADay: 10 * QUOTAS.mailsADay.value,
};

/** 100,000 notices in an hour, three in ten of them from one sender, and an order in the middle of the worst of it. */
export function defaultFlood(counts: Counts, quotas: FloodQuotas): Flood {
  return {
    seed: 20_261_017,
    notices: 100_000,
    bulkShare: 0.3,
    orderAt: 302,
    notice: caseOf(counts.restricted, counts),
    order: caseOf(counts.order, counts),
    orderMails: counts.order.untilReview.mails,
    quotas,
  };
}

function caseOf({ untilReview }: CaseCounts, { intake }: Counts): FloodCase {
  const { transitions } = untilReview;
  return {
    intakeSeconds: functionSeconds(intake),
    intakeWrites: intake.writeUnits,
    transitions,
    secondsEach: (functionSeconds(untilReview) - functionSeconds(intake)) / transitions,
    writesEach: (untilReview.writeUnits - intake.writeUnits) / transitions,
  };
}
