import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Runtime } from '../../local/main.ts';
import { LocalClient } from '../../scripts/local-client.ts';
import { assembleProduct, startProduct } from '../../scripts/product.ts';
import { CallLog } from './call-log.ts';
import type { CaseCounts, Counts } from './counts.ts';
import { describeTables } from './describe-tables.ts';
import { countersOf, DESIGNS, type Design } from './designs.ts';
import type { Tables } from './request-units.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';
import { leastOf, sumOf, times, type Usage } from './usage.ts';
import { type CountedLine, usageOf } from './usage-of-lines.ts';

/** A Monday morning in Berlin, far from every deadline. */
const START = '2026-11-23T09:00:00Z';
/** Cases of each kind, after one that warms the functions up. */
const CASES = 5;
/** Open cases that one sweep looks at. */
const WATCHED = 10;
/** How long a recipient's server takes, and a little more: news of a delivery comes before the machine looks for it. */
const DELIVERY = { after: 'PT3S', waited: 'PT4S' } as const;
/** Beyond every period that a closed case starts. */
const AFTERWARDS = 'P190D';

const History = z.object({ execution: z.array(z.object({ type: z.string() })) });

/** What was used, by design. */
type Used = Readonly<Record<Design, Usage>>;

/** A product under measurement. */
interface Bench {
  readonly client: LocalClient;
  readonly api: string;
  readonly log: CallLog;
  readonly tables: Tables;
  readonly counters: ReturnType<typeof countersOf>;
}

/** Counts what cases use, on a product of its own with a driven clock. Takes some twenty seconds. */
export async function measureCounts(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'writ-counts-'));
  const assembly = join(folder, 'cdk.out');
  const dataDirectory = join(folder, 'data');
  const countCalls = join(folder, 'calls');
  await assembleProduct(assembly);
  const runtime = await startProduct({ assembly, dataDirectory, port: 0, startAt: START, countCalls });
  try {
    return await countAll(await openBench(runtime, { calls: countCalls, logs: join(dataDirectory, 'logs') }));
  } finally {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openBench({ urls }: Runtime, folders: { calls: string; logs: string }): Promise<Bench> {
  const client = new LocalClient(urls.api);
  await client.must('PUT', '/_local/mail/faults', { mode: 'delay', after: DELIVERY.after });
  const tables = await describeTables(urls.dynamodb);
  return { client, api: urls.api, log: new CallLog(folders), tables, counters: countersOf(tables) };
}

async function countAll(bench: Bench): Promise<Counts> {
  const restricted = await countCases(bench, 'restricted', 1_000);
  const rejected = await countCases(bench, 'rejected', 2_000);
  const order = await countCases(bench, 'order', 3_000);
  // Last, as its cases stay open, and would be waited for by whatever comes after.
  const look = await countLook(bench);
  const intake = await countIntake(bench);
  const written = (design: Design) => {
    const { writeUnits, indexWriteUnits } = sumOf(Object.values(restricted[design]));
    return { writeUnits, indexWriteUnits };
  };
  return {
    restricted: restricted.asIs,
    rejected: rejected.asIs,
    order: order.asIs,
    look,
    intake,
    designs: { clockWordsApart: written('clockWordsApart') },
  };
}

async function countCases(bench: Bench, name: ScenarioName, from: number): Promise<Record<Design, CaseCounts>> {
  const counted: { readonly untilReview: Used; readonly untilClosed: Used }[] = [];
  for (let number = from; number <= from + CASES; number += 1) counted.push(await countCase(bench, name, number));
  const warm = counted.slice(1);
  await taken(bench);
  await bench.client.advance(AFTERWARDS);
  const afterwards = await taken(bench);
  return byDesign((design) => ({
    untilReview: leastOf(warm.map(({ untilReview }) => untilReview[design])),
    untilClosed: leastOf(warm.map(({ untilClosed }) => untilClosed[design])),
    afterwards: times(afterwards[design], 1 / counted.length),
  }));
}

async function countCase(
  bench: Bench,
  name: ScenarioName,
  number: number,
): Promise<{ readonly untilReview: Used; readonly untilClosed: Used }> {
  const { client, api } = bench;
  const { send, decide } = SCENARIOS[name];
  await taken(bench);
  const caseId = await send(client, { api, number });
  await settled(client);
  const untilReview = await withTransitions(bench, caseId, await taken(bench), 0);
  await decide(client, caseId);
  await settled(client);
  const used = await taken(bench);
  const untilClosed = await withTransitions(bench, caseId, used, untilReview.asIs.transitions);
  await client.until(caseId, ({ state }) => state === 'closed');
  return { untilReview, untilClosed };
}

/** Until nothing is due and every mail has reached its recipient, and what follows from that is done. */
async function settled(client: LocalClient): Promise<void> {
  await client.idle();
  await client.advance(DELIVERY.waited);
}

/** What was used since the last time, without what runs by itself. */
async function taken({ log, counters }: Bench): Promise<Used> {
  const { lines, background, logBytes } = await log.take();
  return byDesign((design) => {
    // The counter is shown every write, those of no case as well.
    usageOf(background, counters[design]);
    return { ...usageOf(lines, counters[design]), logBytes };
  });
}

/** With the states entered beyond `before`, which is what Step Functions charges for, and the length of the history. */
async function withTransitions(bench: Bench, caseId: string, used: Used, before: number): Promise<Used> {
  const { client } = bench;
  const token = await client.token('lead', 'lea');
  const { execution } = History.parse(await client.must('GET', `/v1/cases/${caseId}/history`, undefined, token));
  await taken(bench);
  const transitions = execution.filter(({ type }) => type.endsWith('StateEntered')).length - before;
  return byDesign((design) => ({ ...used[design], transitions, historyEvents: execution.length }));
}

/** One look of the sweep at an open case that waits for a person. */
async function countLook(bench: Bench): Promise<Usage> {
  const { client, api, log, counters } = bench;
  for (let number = 1; number <= WATCHED; number += 1) await SCENARIOS.rejected.send(client, { api, number });
  await settled(client);
  await taken(bench);
  await client.advance('PT3H');
  const { background } = await log.take();
  const bySweep = (line: CountedLine): boolean => /SweepOpenCases/.test(line.function);
  const sweep = usageOf(background.filter(bySweep), counters.asIs);
  if (sweep.executionLooks === 0) throw new Error('the sweep looked at no case');
  return times(sweep, 1 / sweep.executionLooks);
}

/** The request that keeps a notice, on warm functions. */
async function countIntake({ client, api, log, tables }: Bench): Promise<Usage> {
  await log.take();
  await SCENARIOS.rejected.send(client, { api, number: WATCHED + 1 });
  const { lines } = await log.take();
  return usageOf(
    lines.filter((line) => /SubmitNotice/.test(line.function)),
    countersOf(tables).asIs,
  );
}

function byDesign<T>(of: (design: Design) => T): Record<Design, T> {
  const [asIs, clockWordsApart] = DESIGNS;
  return { asIs: of(asIs), clockWordsApart: of(clockWordsApart) };
}
