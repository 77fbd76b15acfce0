import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import * as z from 'zod';
import { urlKey } from '#domain/reading/found-url';
import { MessageKind } from '#domain/reading/message-kind';
import { readMessage } from '#domain/reading/read-message';

/** A message with what people say it is: `items` and `works` where its form tells, in comparable form. */
const Labelled = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  items: z.array(z.string()).optional(),
  works: z.array(z.string()).optional(),
});
type Labelled = z.infer<typeof Labelled>;

/** Found, wrongly found and not found. */
interface Hits {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** How well messages are read. */
export interface ReadingFigures {
  readonly messages: number;
  /** How many of a kind (as people say) were read as each kind. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly kindsRight: number;
  readonly forms: number;
  readonly items: Hits;
  readonly works: Hits;
  /** The claimant's own works that were read as items. */
  readonly ownAsItem: number;
  /** Items that are read whole where people's list ends them at a parenthesis: counted as wrong, and as missed, above. */
  readonly cutInList: number;
  /** The ids of messages whose kind, items or works differ, with what differs first. */
  readonly differing: readonly string[];
}

/** Every so many of 256 messages are held out, by the hash of their id. */
const HELD_OUT = 77;

/** What a file calls a kind otherwise. */
const OTHER_NAMES: Readonly<Record<string, MessageKind>> = { retraction: 'withdrawal' };

/** Reads a file of labelled messages, one a line, and tells how well and how fast: to develop with and held out. */
export function benchReading(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const messages = lines.filter((line) => line.trim() !== '').map((line) => Labelled.parse(JSON.parse(line)));
  const [used, heldOut] = [messages.filter(({ id }) => !isHeldOut(id)), messages.filter(({ id }) => isHeldOut(id))];
  return [
    ...describe('to develop with', figuresOf(used)),
    ...describe('held out', figuresOf(heldOut)),
    ...speed(messages),
  ];
}

function isHeldOut(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) < HELD_OUT;
}

/** Compares what is read of messages with what people say of them. */
export function figuresOf(messages: readonly Labelled[]): ReadingFigures {
  const confusion: Record<string, Record<string, number>> = {};
  const totals = { items: { ...NONE }, works: { ...NONE }, kindsRight: 0, ownAsItem: 0, cutInList: 0 };
  const differing: string[] = [];
  for (const message of messages) {
    const reading = readMessage(message.text);
    const kind = OTHER_NAMES[message.kind] ?? message.kind;
    const row = confusion[kind] ?? {};
    confusion[kind] = { ...row, [reading.kind.value]: (row[reading.kind.value] ?? 0) + 1 };
    if (kind === reading.kind.value) totals.kindsRight += 1;
    else differing.push(`${message.id}: ${kind} read as ${reading.kind.value}`);
    if (message.items === undefined) continue;
    const read = { items: keys(reading.items), works: keys(reading.works) };
    const said = { items: new Set(message.items), works: new Set(message.works) };
    add(totals.items, compare(read.items, said.items));
    add(totals.works, compare(read.works, said.works));
    totals.ownAsItem += [...read.items].filter((url) => said.works.has(url)).length;
    totals.cutInList += [...read.items.difference(said.items)].filter((url) => isCut(url, said.items)).length;
    const different = [...read.items.symmetricDifference(said.items), ...read.works.symmetricDifference(said.works)];
    if (different.length > 0) differing.push(`${message.id}: ${different.length} addresses, first ${different[0]}`);
  }
  const forms = messages.filter(({ items }) => items !== undefined).length;
  return { messages: messages.length, confusion, forms, differing, ...totals };
}

const NONE = { right: 0, wrong: 0, missed: 0 };

function keys(urls: readonly { readonly url: string }[]): Set<string> {
  return new Set(urls.map(({ url }) => urlKey(url)));
}

function isCut(url: string, said: ReadonlySet<string>): boolean {
  return url.includes('(') && said.has(url.slice(0, url.indexOf('(')));
}

function compare(read: Set<string>, said: Set<string>): Hits {
  return {
    right: read.intersection(said).size,
    wrong: read.difference(said).size,
    missed: said.difference(read).size,
  };
}

function add(total: { right: number; wrong: number; missed: number }, { right, wrong, missed }: Hits): void {
  total.right += right;
  total.wrong += wrong;
  total.missed += missed;
}

function describe(name: string, figures: ReadingFigures): string[] {
  const { messages, forms, confusion, kindsRight, items, works, ownAsItem, cutInList, differing } = figures;
  return [
    `${name}: ${messages} messages, of which ${forms} are in a form that tells items and works`,
    `  kind right: ${share(kindsRight, messages)}`,
    ...table(confusion),
    `  items: precision ${share(items.right, items.right + items.wrong)}, recall ${share(items.right, items.right + items.missed)}`,
    `  works: precision ${share(works.right, works.right + works.wrong)}, recall ${share(works.right, works.right + works.missed)}`,
    `  own work read as item: ${ownAsItem} of ${items.right + items.wrong} items`,
    `  items read whole that the list ends at a parenthesis: ${cutInList}`,
    ...differing.map((one) => `  differs: ${one}`),
  ];
}

function share(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : part / whole).toFixed(4)} (${part} of ${whole})`;
}

/** The confusion table: a row for each kind that people say, a column for each that is read. */
function table(confusion: ReadingFigures['confusion']): string[] {
  const columns = MessageKind.options;
  const cells = (row: readonly (string | number)[]) => row.map((cell) => String(cell).padStart(16)).join('');
  return [
    `  ${cells(['is \\ read as', ...columns])}`,
    ...Object.entries(confusion).map(([kind, row]) => `  ${cells([kind, ...columns.map((read) => row[read] ?? 0)])}`),
  ];
}

const ROUNDS = 5;

/** Messages a second on one core: by the clock, and by processor time, which other work on the machine does not change. */
function speed(messages: readonly Labelled[]): string[] {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [started, before] = [performance.now(), process.cpuUsage()];
    for (const { text } of messages) readMessage(text);
    const { user, system } = process.cpuUsage(before);
    return { clock: (performance.now() - started) / 1e3, processor: (user + system) / 1e6 };
  });
  const best = (of: (round: (typeof rounds)[number]) => number) => messages.length / Math.min(...rounds.map(of));
  return [
    `speed, best of ${ROUNDS} rounds: ${best(({ clock }) => clock).toFixed(0)} messages a second, ` +
      `${best(({ processor }) => processor).toFixed(0)} a second of processor time`,
  ];
}
