import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransparencyDatabase } from '#local/transparency-database/database-service';
import { Delivery } from '../../domain/delivery.ts';
import type { FactSheet } from '../../domain/messages/fact-sheet.ts';
import { EntryRow } from '../../domain/transparency-database/entries.ts';
import { HttpTransparencyDatabase } from '../../functions/adapters/http-transparency-database.ts';
import { owedAgain } from '../../functions/http/resume-case/parked-messages.ts';
import { type EntrySource, entrySource } from '../../functions/legal-removal/tell/compose-entry.ts';
import { deliverEntry } from '../../functions/legal-removal/tell/deliver-entry.ts';
import type { StoreAnswer } from '../../functions/ports/outside.ts';
import { itemFacts, noticeSheet } from '../domain/messages/fact-sheets.ts';
import { sampleDelivery } from '../functions/support/sample-case.ts';
import { listen, TestClock } from '../local/services/listener.ts';
import { apiWorld } from './api-world.ts';
import { NOTICE } from './demands.ts';

const START = '2026-11-22T16:00:00.000Z';
const TOKEN = '1|token';
interface Server {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Faults in which no answer comes. */
const SILENT = ['unanswered', 'lost', 'slow'];
/** Milliseconds that an answer which comes may take on a busy machine. */
const UNHURRIED_MS = 20_000;

/** Entries of one case on their way to the stand-in for the Transparency Database, over HTTP and on a driven clock. */
export class EntryWorld {
  readonly clock: TestClock;
  readonly #api: ReturnType<typeof apiWorld>;
  readonly #caseId: string;
  readonly #server: Server;
  #token = TOKEN;
  /** How long an answer is waited for, in milliseconds of real time: the stand-in answers in fewer. */
  patience = 250;
  /** How many of the next answers will not come: only for these is waiting cut short. */
  #unheard = 0;
  /** The answers that were given, in their order. */
  readonly answers: StoreAnswer[] = [];
  facts: FactSheet = noticeSheet();
  #source: EntrySource | null = null;

  private constructor(clock: TestClock, caseId: string, server: Server, api: ReturnType<typeof apiWorld>) {
    this.clock = clock;
    this.#caseId = caseId;
    this.#server = server;
    this.#api = api;
  }

  static async start(): Promise<EntryWorld> {
    const directory = await mkdtemp(join(tmpdir(), 'writ-entries-'));
    const api = apiWorld(START);
    const { caseId } = (await api.call('POST', '/v1/notices', { body: NOTICE })).body;
    const clock = new TestClock(START);
    const server = await listen(await createTransparencyDatabase({ directory, clock, token: TOKEN }));
    return new EntryWorld(clock, caseId, server, api);
  }

  async dispose(): Promise<void> {
    await this.#server.close();
  }

  /** Owes entries of so many items each, and makes the facts that they are written from. */
  owe(...sizes: readonly number[]): readonly string[] {
    let from = 0;
    return sizes.map((size, index) => {
      const itemIds = Array.from({ length: size }, (_, item) => `item-${from + item + 1}`);
      from += size;
      this.facts = { ...this.facts, items: [...(index === 0 ? [] : this.facts.items), ...itemIds.map(itemOf)] };
      return this.#put(`d1.entry.${index + 1}`, itemIds);
    });
  }

  #put(deliveryId: string, itemIds: string[]): string {
    const duty = sampleDelivery({
      ...{ deliveryId, caseId: this.#caseId, decisionId: 'd1', kind: 'transparency-database-entry', to: 'authority' },
      ...{ personId: 'transparency-database', channel: 'transparency-database', state: 'owed', attempt: 0 },
      ...{ language: 'de', claimedAt: null, acceptedAt: null, providerMessageId: null },
      entry: { itemIds, stored: 0, unconfirmed: 0, mayBeStored: false, saysEnd: false, outdatedBy: null },
    });
    this.#api.cases.of(this.#caseId).rows.set(`DELIVERY#${deliveryId}`, duty);
    return deliveryId;
  }

  /** Takes up one entry; gives when to look at it again. */
  async deliver(deliveryId: string): Promise<string | null> {
    this.#api.at(this.now());
    const { cases, documents, vault, ids } = this.#api.deps;
    const database = { store: (statements: never) => this.#store(statements) };
    const clock = { now: () => this.now() };
    const dependencies = { cases, documents, vault, ids, clock, database };
    if (this.#source?.facts !== this.facts) this.#source = entrySource(this.facts, null);
    const source = this.#source;
    return (await deliverEntry(dependencies, this.duty(deliveryId), async () => source)).look;
  }

  async #store(statements: never): Promise<StoreAnswer> {
    const patience = this.#unheard > 0 ? this.patience : UNHURRIED_MS;
    this.#unheard -= 1;
    const answer = await new HttpTransparencyDatabase(this.#server.url, this.#token, patience).store(statements);
    this.answers.push(answer);
    return answer;
  }

  /** The registration's token is made anew, so that ours is not accepted any more; or ours is put right. */
  setToken(token: string = TOKEN): void {
    this.#token = token;
  }

  /** A person lets a parked entry go on. */
  resume(deliveryId: string): void {
    this.#api.cases.of(this.#caseId).rows.set(`DELIVERY#${deliveryId}`, owedAgain(this.duty(deliveryId), false));
  }

  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  duties(): Delivery[] {
    const rows = [...this.#api.cases.of(this.#caseId).rows];
    return rows.filter(([key]) => key.startsWith('DELIVERY#d1')).map(([, row]) => Delivery.parse(row));
  }

  duty(deliveryId: string): Delivery {
    return this.duties().find((duty) => duty.deliveryId === deliveryId)!;
  }

  /** What is known of the statements of an entry. */
  known(deliveryId: string): EntryRow['statements'] {
    const row = this.#api.cases.of(this.#caseId).rows.get(`ENTRY#${deliveryId}`);
    return row === undefined ? [] : EntryRow.parse(row).statements;
  }

  /** The statements of an entry as they were kept before they were sent. */
  kept(deliveryId: string): readonly unknown[] {
    const kept = this.#api.documents.kept.get(this.duty(deliveryId).documentKey ?? '') ?? '{}';
    const { bytes } = JSON.parse(kept) as { bytes: string };
    return JSON.parse(Buffer.from(bytes, 'base64').toString('utf8'));
  }

  undelivered(): number {
    return this.#api.cases.of(this.#caseId).record.undelivered;
  }

  audit(): { readonly type: string; readonly reason: string | null; readonly data: Record<string, unknown> }[] {
    return this.#api.cases.of(this.#caseId).events;
  }

  /** Sets how the database misbehaves. */
  async misbehave(mode: string, times: number | null = 1): Promise<void> {
    const body = JSON.stringify({ mode, times });
    this.#unheard = SILENT.includes(mode) ? (times ?? Number.POSITIVE_INFINITY) : 0;
    await fetch(`${this.#server.url}/faults`, { method: 'PUT', body });
  }

  /** Sends statements past us, as another request for the same would. */
  async post(statements: readonly unknown[]): Promise<number> {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const body = JSON.stringify({ statements });
    return (await fetch(`${this.#server.url}/api/v1/statements`, { method: 'POST', headers, body })).status;
  }

  /** What the database holds. */
  async stored(): Promise<readonly { readonly uuid: string; readonly fields: Record<string, unknown> }[]> {
    const response = await fetch(`${this.#server.url}/`);
    return ((await response.json()) as { statements: never }).statements;
  }
}

function itemOf(itemId: string): FactSheet['items'][number] {
  return itemFacts({ itemId });
}
