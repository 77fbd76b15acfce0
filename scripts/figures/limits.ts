import type { Counts } from '../../bench/usage/counts.ts';
import type { Usage } from '../../bench/usage/usage.ts';
import { SENDER_LIMITS } from '../../domain/sender-limits.ts';
import { SHARDS } from '../../functions/adapters/shards.ts';
import { CASES_EACH_SWEEP, MINUTES_WHILE_RUNNING } from '../../functions/operations/sweep-open-cases/contract.ts';
import { GATEWAY_LIMIT } from '../../infra/constructs/http-routes.ts';
import { RELAY_BATCH, RELAY_LANES } from '../../infra/constructs/outbox-relay.ts';
import { ASSUMED } from './assumptions.ts';
import { functionSeconds, wholeCase } from './case-usage.ts';
import { QUOTAS, type QuotaName } from './quotas.ts';

const HOUR = 3_600;
const MINUTES = 60;
/** Half a year, the longest that a timer of a case waits, in hours. */
const HALF_A_YEAR = 183 * 24;

/** A limit on the path of a case. */
export interface Limit {
  readonly what: string;
  /** The quota of AWS behind it; null: a limit of our own. */
  readonly quota: QuotaName | null;
  readonly value: string;
  /** What one case takes of it. */
  readonly each: string;
  /** Notices an hour, hour after hour, at which it binds; null: it does not depend on the load. */
  readonly bindsAt: number | null;
  /** What happens then, with the code that makes it so. */
  readonly consequence: string;
  readonly lever: string;
}

/** Every limit, the tightest first: at an even load of restricted cases, each open for a day. */
export function limitsOf(counts: Counts): readonly Limit[] {
  const usage = wholeCase(counts.restricted, counts.look, ASSUMED.hoursNoticeWaits);
  return [
    ...mailLimits(usage),
    ...stateLimits(usage),
    ...databaseLimits(usage),
    ...edgeLimits(usage),
    ...sizes(counts),
  ].sort((left, right) => (left.bindsAt ?? Number.POSITIVE_INFINITY) - (right.bindsAt ?? Number.POSITIVE_INFINITY));
}

/** A limit of so much a second, of which a case takes so much. */
function perSecond(
  quota: QuotaName,
  each: number,
  rest: Pick<Limit, 'consequence' | 'lever'> & { readonly of?: string },
  parts = 1,
): Limit {
  const { service, name, value, unit } = QUOTAS[quota];
  const { of, ...said } = rest;
  const most = unit === '1/s' ? `${number(value)}/s` : `${number(value)} ${unit}`;
  return {
    what: `${service}: ${name}${of === undefined ? '' : `, ${of}`}`,
    quota,
    value: parts === 1 ? most : `${parts} × ${most}`,
    each: number(each),
    bindsAt: each === 0 ? null : (value * parts * HOUR) / each,
    ...said,
  };
}

/** A limit of so many at once, of which a case holds some for hours. */
function atOnce(quota: QuotaName, each: string, hours: number, rest: Pick<Limit, 'consequence' | 'lever'>): Limit {
  const { service, name, value } = QUOTAS[quota];
  return { what: `${service}: ${name}`, quota, value: number(value), each, bindsAt: value / hours, ...rest };
}

function mailLimits({ mails }: Usage): readonly Limit[] {
  const later = 'the mail stays owed and is tried again for a week (`tell/deliver.ts`, `defer`); the case goes on';
  const lever = 'a higher sending quota, asked for before the wave';
  return [
    perSecond('mailRate', mails, { consequence: later, lever }),
    atOnce('mailsADay', number(mails), 24 * mails, { consequence: later, lever }),
  ];
}

function stateLimits(usage: Usage): readonly Limit[] {
  const retried =
    'the step is tried again twenty times (`workflows/shared/retry-policies.ts`, `OVERLOAD`), then parked';
  const relayed =
    'the row waits in its lane of the stream, then in the queue of failures; the sweep starts what never began';
  const lever = 'a higher quota, or a region with larger ones (Ireland)';
  return [
    perSecond('startExecution', usage.executionsStarted, { consequence: relayed, lever }),
    perSecond('stateTransition', usage.transitions, {
      consequence: 'Step Functions itself makes the execution wait',
      lever,
    }),
    perSecond('sendTaskSuccess', usage.doorbellsRung, {
      consequence: 'the row waits in its lane; a decision is a record already, and the next wake reads it (decision 2)',
      lever,
    }),
    perSecond('executionHistory', 1, {
      consequence:
        'the event is delivered twice more, then waits in the queue of untaken events, which an alarm watches; the history stays readable for 90 days',
      lever: 'a higher quota',
    }),
    {
      what: 'Our sweep: looks at open cases',
      quota: 'describeExecution',
      value: `${CASES_EACH_SWEEP} a minute`,
      each: `1 in ${MINUTES_WHILE_RUNNING} min`,
      bindsAt: (CASES_EACH_SWEEP * MINUTES_WHILE_RUNNING) / ASSUMED.hoursNoticeWaits,
      consequence:
        'looks come later; a case whose run never began waits behind none of them (`case-lists.ts`, `listToWatch`)',
      lever: 'a higher DescribeExecution quota, then a larger `CASES_EACH_SWEEP`',
    },
    atOnce('openExecutions', '1 for a day', ASSUMED.hoursNoticeWaits, {
      consequence: relayed,
      lever: 'a higher quota',
    }),
    perSecond('lambdaConcurrency', functionSeconds(usage), { consequence: retried, lever: 'a higher quota' }),
  ];
}

function databaseLimits(usage: Usage): readonly Limit[] {
  const busy =
    'a demand is answered 503 and not taken; a step is tried again (`OVERLOAD`), its change is one transaction or none';
  const rows = usage.executionsStarted + usage.doorbellsRung + usage.schedules;
  return [
    perSecond('newTableWrites', usage.writeUnits, {
      consequence: busy,
      lever: 'warm throughput before the wave (`WarmThroughput` of the table)',
    }),
    perSecond('tableWrites', usage.writeUnits, { consequence: busy, lever: 'a higher quota' }),
    perSecond('tableReads', usage.readUnits, { consequence: busy, lever: 'a higher quota' }),
    perSecond(
      'partitionWrites',
      usage.hottestIndexWriteUnits,
      { of: 'the busiest index of cases', consequence: busy, lever: 'more `SHARDS` (`functions/adapters/shards.ts`)' },
      SHARDS,
    ),
    perSecond(
      'partitionWrites',
      usage.auditDayWriteUnits,
      { of: 'audit events by day', consequence: busy, lever: 'more `SHARDS`' },
      SHARDS,
    ),
    {
      what: 'Our relay: rows of the outbox, one shard of the stream',
      quota: 'streamReaders',
      value: `${RELAY_LANES} × ${RELAY_BATCH} rows a second`,
      each: number(rows),
      bindsAt: (RELAY_LANES * RELAY_BATCH * HOUR) / rows,
      consequence: 'rows wait in the stream, 24 hours at most; the sweep starts what never began',
      lever: 'none needed: the stream has a shard for each partition of the table',
    },
  ];
}

function edgeLimits(usage: Usage): readonly Limit[] {
  const refused = 'the sender is answered 429 and has not been told that anything was taken';
  const retried = 'the step is tried again';
  return [
    perSecond('apiRequests', usage.apiRequests, { consequence: refused, lever: 'a higher quota' }),
    {
      what: 'Our gateway: requests of all',
      quota: null,
      value: `${GATEWAY_LIMIT.rate}/s, ${number(GATEWAY_LIMIT.burst)} at once`,
      each: number(usage.apiRequests),
      bindsAt: (GATEWAY_LIMIT.rate * HOUR) / usage.apiRequests,
      consequence: refused,
      lever: '`GATEWAY_LIMIT` (`infra/constructs/http-routes.ts`)',
    },
    {
      what: 'Our count of senders: one network address',
      quota: null,
      value: `${SENDER_LIMITS.network.most} a minute`,
      each: '1',
      bindsAt: SENDER_LIMITS.network.most * MINUTES,
      consequence: 'that sender is answered 429 with the seconds to wait; nobody else is',
      lever: 'an account as a trusted flagger: its own, higher count (`domain/sender-limits.ts`)',
    },
    perSecond('keyRequests', usage.keyRequests, { consequence: retried, lever: 'a higher quota' }),
    perSecond('signatures', usage.signatures, { consequence: retried, lever: 'a higher quota' }),
    perSecond('objectPuts', usage.objectPuts, {
      consequence: retried,
      lever: 'none needed: S3 splits by the random case ids',
    }),
    perSecond('objectGets', usage.objectGets, { consequence: retried, lever: 'none needed: as for puts' }),
    perSecond('createSchedule', usage.schedules, { consequence: 'the row waits in its lane', lever: 'a higher quota' }),
    perSecond('scheduleInvocations', usage.schedules, { consequence: 'timers fire later', lever: 'a higher quota' }),
    atOnce('schedules', '1 for half a year', HALF_A_YEAR, {
      consequence: 'rows end in the queue of failures, which an alarm watches; an operator has them sent again',
      lever: 'a higher quota (billions)',
    }),
  ];
}

/** Limits of one thing's size: no load reaches them. */
function sizes(counts: Counts): readonly Limit[] {
  const usages = [counts.restricted, counts.rejected, counts.order].flatMap((phases) => Object.values(phases));
  const most = (of: (usage: Usage) => number): string => number(Math.max(...usages.map(of)));
  const size = (quota: QuotaName, each: string, consequence: string): Limit => {
    const { service, name, value, unit } = QUOTAS[quota];
    const what = `${service}: ${name}`;
    return { what, quota, value: `${number(value)} ${unit}`, each, bindsAt: null, consequence, lever: '–' };
  };
  return [
    size(
      'historyEvents',
      most(({ historyEvents }) => historyEvents),
      'an outage of an hour with 2,000 items stays below 10,000 (`test/workflows/legal-removal/run.test.ts`)',
    ),
    size('payloadBytes', 'ids and counts', 'payloads hold no text; a batch is 25 items'),
    size(
      'transactionWrites',
      most(({ largestTransaction }) => largestTransaction),
      'a larger change is refused as a defect (`dynamodb-cases.ts`, `MOST_WRITES`)',
    ),
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
}
