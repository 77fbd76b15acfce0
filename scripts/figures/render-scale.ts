import type { Counts } from '../../bench/usage/counts.ts';
import { DEFAULT_QUOTAS, defaultFlood, RAISED_QUOTAS } from './flood/default-flood.ts';
import { type FloodResult, simulate } from './flood/simulate.ts';
import { type Limit, limitsOf } from './limits.ts';
import { amount, table } from './markdown.ts';
import { QUOTAS } from './quotas.ts';

/** The generated blocks of `docs/scale.md`. */
export function renderScale(counts: Counts): Readonly<Record<string, string>> {
  const limits = limitsOf(counts);
  const asDefault = simulate(defaultFlood(counts, DEFAULT_QUOTAS));
  const raised = simulate(defaultFlood(counts, RAISED_QUOTAS));
  return {
    first: firstLimits(limits),
    limits: limitTable(limits),
    consequences: consequenceTable(limits),
    quotas: quotaTable(),
    stages: stageTable({ asDefault, raised }),
    places: placeTable({ asDefault, raised }),
    order: orderLines({ asDefault, raised }),
  };
}

function firstLimits(limits: readonly Limit[]): string {
  const [first, second, third] = limits;
  const told = [first, second, third].flatMap((limit) =>
    limit === undefined ? [] : [`${limit.what} at ${amount(Math.floor(limit.bindsAt ?? 0))}`],
  );
  return `The first three to bind, in notices an hour: ${told.join('; ')}.`;
}

function limitTable(limits: readonly Limit[]): string {
  const rows = limits.map(({ what, quota, value, each, bindsAt }) => [
    what,
    value,
    quota === null ? 'ours' : QUOTAS[quota].raisable,
    each,
    bindsAt === null ? 'no load' : amount(Math.floor(bindsAt)),
  ]);
  return table(['Limit', 'Default', 'Can be raised', 'A case takes', 'Binds at notices an hour'], rows);
}

function consequenceTable(limits: readonly Limit[]): string {
  return table(
    ['Limit', 'What happens then', 'Next lever'],
    limits.map(({ what, consequence, lever }) => [what, consequence, lever]),
    false,
  );
}

function quotaTable(): string {
  const rows = Object.values(QUOTAS).map((quota) => {
    const { service, name, value, unit, raisable, asOf, certainty, source } = quota;
    const bucket = 'bucket' in quota ? `, ${amount(quota.bucket)} at once` : '';
    return [`${service}: ${name}`, `${amount(value)} ${unit}${bucket}`, raisable, asOf, certainty, `<${source}>`];
  });
  return table(['Quota in eu-central-1', 'Default', 'Can be raised', 'as of', 'certainty', 'source'], rows, false);
}

/** The wave with the quotas of an account as they are, and with some raised. */
interface Played {
  readonly asDefault: FloodResult;
  readonly raised: FloodResult;
}

const STAGE_NAMES = {
  sender: 'kept by its sender, told 429 or 503',
  relay: 'outbox, until its execution starts',
  failures: 'queue of failures, until the sweep',
  machine: 'execution, until a person is waited for',
  mail: 'receipt, until it has left',
} as const;

function stageTable({ asDefault, raised }: Played): string {
  const stages = ['sender', 'relay', 'failures', 'machine', 'mail'] as const;
  const told = ({ peak, longest, through }: FloodResult['stages']['mail']): readonly string[] => [
    amount(peak),
    duration(longest),
    through === null ? 'nobody' : duration(through),
  ];
  const rows = stages.map((stage) => [
    STAGE_NAMES[stage],
    ...told(asDefault.stages[stage]),
    ...told(raised.stages[stage]),
  ]);
  const head = ['Peak', 'Longest wait', 'Last left at'];
  return table(['Stage', ...head, ...head.map((name) => `Raised: ${name.toLowerCase()}`)], rows);
}

function placeTable({ asDefault, raised }: Played): string {
  const rows = (of: 'cases' | 'mails', what: string): readonly (readonly string[])[] =>
    Object.keys(asDefault[of]).map((place) => [
      `${what}: ${place}`,
      amount(asDefault[of][place] ?? 0),
      amount(raised[of][place] ?? 0),
    ]);
  return table(
    ['At the end', 'As default', 'Raised'],
    [
      ...rows('cases', 'demand'),
      ...rows('mails', 'mail'),
      ['in no place: lost', amount(asDefault.lost.length), amount(raised.lost.length)],
      ['in two places', amount(asDefault.twice.length), amount(raised.twice.length)],
      ['answers 202', amount(asDefault.answers['202']), amount(raised.answers['202'])],
      ['answers 429', amount(asDefault.answers['429']), amount(raised.answers['429'])],
      ['answers 503', amount(asDefault.answers['503']), amount(raised.answers['503'])],
    ],
  );
}

function orderLines({ asDefault, raised }: Played): string {
  const told = (name: string, { order, refused }: FloodResult): string =>
    `- ${name}: its content is dark and proven ${since(order.effect)} after it was sent, its reports have left after ${since(order.told)}. Senders are refused from ${since(refused.first)} to ${since(refused.last)}.`;
  return [told('With default quotas', asDefault), told('With raised quotas', raised)].join('\n');
}

function since(seconds: number | null): string {
  return seconds === null ? 'never' : duration(seconds);
}

const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** Seconds for people: the two largest units. */
function duration(seconds: number): string {
  const parts = UNITS.map((unit, index) => {
    const above = UNITS[index - 1]?.seconds ?? Number.POSITIVE_INFINITY;
    return { name: unit.name, count: Math.floor((seconds % above) / unit.seconds) };
  });
  const from = parts.findIndex(({ count }) => count > 0);
  if (from < 0) return '0 s';
  return parts
    .slice(from, from + 2)
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`)
    .join(' ');
}
