import type { Usage } from '../../bench/usage/usage.ts';
import { type PriceName, REQUEST_PRICES } from '../prices/requests.ts';
import { gigabyteSeconds, logBytes } from './case-usage.ts';

const GIGABYTE = 10 ** 9;

/** What is bought: how much of it, and its price. */
export interface CostLine {
  readonly name: string;
  readonly price: PriceName;
  readonly amount: number;
  readonly usd: number;
  /** Orchestration and state, or the rest. */
  readonly part: 'state' | 'rest';
}

interface Bought {
  readonly name: string;
  readonly price: PriceName;
  readonly part: CostLine['part'];
  readonly amount: (usage: Usage) => number;
}

const BOUGHT: readonly Bought[] = [
  { name: 'State transitions', price: 'transition', part: 'state', amount: ({ transitions }) => transitions },
  { name: 'Writes of tables', price: 'write', part: 'state', amount: ({ writeUnits }) => writeUnits },
  { name: 'Writes of indexes', price: 'write', part: 'state', amount: ({ indexWriteUnits }) => indexWriteUnits },
  { name: 'Reads', price: 'read', part: 'state', amount: ({ readUnits }) => readUnits },
  { name: 'Stream reads', price: 'streamRead', part: 'state', amount: ({ transactions }) => transactions },
  { name: 'Lambda requests', price: 'invocation', part: 'rest', amount: ({ invocations }) => invocations },
  { name: 'Lambda duration (assumed)', price: 'gigabyteSecond', part: 'rest', amount: gigabyteSeconds },
  { name: 'API requests', price: 'apiRequest', part: 'rest', amount: ({ apiRequests }) => apiRequests },
  { name: 'S3 puts', price: 'objectPut', part: 'rest', amount: ({ objectPuts }) => objectPuts },
  { name: 'S3 gets', price: 'objectGet', part: 'rest', amount: ({ objectGets }) => objectGets },
  { name: 'KMS data keys', price: 'keyRequest', part: 'rest', amount: ({ keyRequests }) => keyRequests },
  { name: 'KMS signatures', price: 'signature', part: 'rest', amount: ({ signatures }) => signatures },
  { name: 'Mails', price: 'mail', part: 'rest', amount: ({ mails }) => mails },
  { name: 'Mail data', price: 'mailGigabyte', part: 'rest', amount: ({ mailBytes }) => mailBytes / GIGABYTE },
  { name: 'Timers', price: 'timer', part: 'rest', amount: ({ schedules }) => schedules },
  { name: 'Events of mails and executions', price: 'event', part: 'rest', amount: ({ mails }) => mails + 1 },
  { name: 'SQS (only what fails)', price: 'queueRequest', part: 'rest', amount: () => 0 },
  { name: 'SNS (only alarms)', price: 'notification', part: 'rest', amount: () => 0 },
  { name: 'Logs', price: 'logGigabyte', part: 'rest', amount: (usage) => logBytes(usage) / GIGABYTE },
];

/** What a usage costs, line by line, in US dollars. */
export function costOf(usage: Usage): readonly CostLine[] {
  return BOUGHT.map(({ name, price, part, amount }) => {
    const bought = amount(usage);
    return { name, price, part, amount: bought, usd: bought * REQUEST_PRICES[price].usd };
  });
}

/** The sum of lines, of one part or of all. */
export function total(lines: readonly CostLine[], part?: CostLine['part']): number {
  return lines.filter((line) => part === undefined || line.part === part).reduce((sum, { usd }) => sum + usd, 0);
}

/** The line that costs most, of one part or of all. @throws RangeError when there is none */
export function largest(lines: readonly CostLine[], part?: CostLine['part']): CostLine {
  const [most] = lines
    .filter((line) => part === undefined || line.part === part)
    .toSorted((left, right) => right.usd - left.usd);
  if (most === undefined) throw new RangeError('the largest of no lines');
  return most;
}
