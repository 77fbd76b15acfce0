import type { CaseCounts, Counts } from '../../bench/usage/counts.ts';
import type { Usage } from '../../bench/usage/usage.ts';
import { REQUEST_PRICES } from '../prices/requests.ts';
import { ASSUMED, FUNCTION_GIGABYTES } from './assumptions.ts';
import { functionSeconds, looksIn, wholeCase } from './case-usage.ts';
import { type CostLine, costOf, largest, total } from './cost.ts';
import { amount, dollars, table } from './markdown.ts';

const THOUSAND = 1_000;
/** The goal for orchestration and state of 1,000 routine cases, US dollars. */
const GOAL = 1;

/** What would lower a part, should it be the largest. */
const WHAT_WOULD_LOWER: Readonly<Record<string, string>> = {
  'State transitions':
    'A Choice behind a step costs as much as the step: where a step could name the next task itself, one of two falls.',
  'Writes of tables': 'A smaller record, and fewer changes for each message.',
  'Writes of indexes': 'A smaller record, and indexes that hold less than all of it.',
  'KMS data keys': 'Fewer functions a case: each unwraps the keys that it meets for the first time.',
  Mails: 'Nothing: each is owed by law.',
};

/** A kind of case with its cost. */
interface Kind {
  readonly name: string;
  readonly usage: Usage;
  readonly lines: readonly CostLine[];
}

/** The generated blocks of `docs/cost.md`. */
export function renderCost(counts: Counts): Readonly<Record<string, string>> {
  const { hoursNoticeWaits } = ASSUMED;
  const restricted = kindOf('restricted', counts.restricted, counts.look, hoursNoticeWaits);
  const rejected = kindOf('rejected', counts.rejected, counts.look, hoursNoticeWaits);
  const order = kindOf('order', counts.order, counts.look, 0);
  return {
    summary: summary(restricted, rejected, order),
    lines: costTable([restricted, rejected, order]),
    levers: levers(counts, restricted),
    assumptions: assumptions(restricted),
    prices: priceTable(),
  };
}

function kindOf(name: string, counted: CaseCounts, look: Usage, hours: number): Kind {
  const usage = wholeCase(counted, look, hours);
  return { name, usage, lines: costOf(usage) };
}

function summary(restricted: Kind, rejected: Kind, order: Kind): string {
  const half = (part?: CostLine['part']): number =>
    (THOUSAND * (total(restricted.lines, part) + total(rejected.lines, part))) / 2;
  const state = ({ lines }: Kind): number => THOUSAND * total(lines, 'state');
  const met = (usd: number): string => (usd < GOAL ? 'met' : '**not met**');
  const rows = [
    ['1,000 notices, restricted', ...sums(restricted), met(state(restricted))],
    ['1,000 notices, rejected', ...sums(rejected), met(state(rejected))],
    [
      '1,000 routine notices: half restricted, half rejected',
      dollars(half('state')),
      dollars(half('rest')),
      dollars(half()),
      met(half('state')),
    ],
    ['1,000 removal orders', ...sums(order), '–'],
  ];
  return table(['List price', 'Orchestration and state', 'The rest', 'Together', 'Goal: state under $1'], rows);
}

function sums({ lines }: Kind): readonly string[] {
  return [total(lines, 'state'), total(lines, 'rest'), total(lines)].map((usd) => dollars(THOUSAND * usd));
}

function costTable(kinds: readonly Kind[]): string {
  const [first] = kinds;
  const rows = (first?.lines ?? []).map(({ name, part }, index) => [
    name,
    part === 'state' ? 'state' : 'rest',
    ...kinds.flatMap(({ lines }) => {
      const line = lines[index];
      return line === undefined ? [] : [amount(line.amount), dollars(THOUSAND * line.usd)];
    }),
  ]);
  const head = kinds.flatMap(({ name }) => [`${name}: each`, '1,000 cost']);
  return table(['What', 'Part', ...head], rows);
}

function levers({ designs, look }: Counts, { lines, usage }: Kind): string {
  const share = (line: CostLine): string => `${Math.round((100 * line.usd) / total(lines))} %`;
  const most = largest(lines);
  const saved = ({ writeUnits, indexWriteUnits }: Counts['designs']['clockWordsApart']): string => {
    const looks = looksIn(ASSUMED.hoursNoticeWaits);
    const now = usage.writeUnits + usage.indexWriteUnits - looks * (look.writeUnits + look.indexWriteUnits);
    return dollars(THOUSAND * (now - writeUnits - indexWriteUnits) * REQUEST_PRICES.write.usd);
  };
  const lookCost = THOUSAND * total(costOf(look), 'state');
  return [
    `- The largest part of a restricted case is **${most.name}**: ${dollars(THOUSAND * most.usd)} for 1,000, ${share(most)} of all.`,
    `  ${WHAT_WOULD_LOWER[most.name] ?? 'Nothing in the design would lower it.'}`,
    `- The sentences that replay a clock lie in the case's record and are written again with every change and every index.`,
    `  In a row of their own they would save ${saved(designs.clockWordsApart)}.`,
    `- Waiting costs: each look of the sweep at an open case is ${dollars(lookCost)} for 1,000 cases; ${looksIn(ASSUMED.hoursNoticeWaits)} fall into a day.`,
  ].join('\n');
}

function assumptions({ usage }: Kind): string {
  const { computeMilliseconds, hoursNoticeWaits } = ASSUMED;
  const rows = [
    ['computing of a warm function', `${computeMilliseconds} ms`],
    ['an answer of DynamoDB', `${ASSUMED.databaseMilliseconds} ms`],
    ['an answer of S3', `${ASSUMED.objectMilliseconds} ms`],
    ['an answer of KMS', `${ASSUMED.keyMilliseconds} ms`],
    ['an answer of SES', `${ASSUMED.mailMilliseconds} ms`],
    ['an answer of Step Functions', `${ASSUMED.stateMilliseconds} ms`],
    ['an answer of the scheduler', `${ASSUMED.timerMilliseconds} ms`],
    ["Lambda's own log of an invocation", `${ASSUMED.platformLogBytes} bytes`],
    ['a line of the access log', `${ASSUMED.accessLogBytes} bytes`],
    ['how long a notice waits for a person', `${hoursNoticeWaits} h`],
    ['memory of a function', `${FUNCTION_GIGABYTES} GB`],
  ];
  const seconds = functionSeconds(usage);
  const twice = dollars(THOUSAND * seconds * FUNCTION_GIGABYTES * REQUEST_PRICES.gigabyteSecond.usd);
  return `${table(['Assumed', 'Value'], rows)}

So a restricted case runs functions for ${seconds.toFixed(1)} seconds in all. Were it twice as long, 1,000 would cost ${twice} more.`;
}

function priceTable(): string {
  const rows = Object.values(REQUEST_PRICES).map(({ service, item, unit, usd, asOf, certainty, source }) => [
    `${service}: ${item}`,
    `$${Number(usd.toPrecision(6))}`,
    unit,
    asOf,
    certainty,
    `<${source}>`,
  ]);
  return table(['Price in eu-central-1', 'US dollars', 'for one', 'as of', 'certainty', 'source'], rows);
}
