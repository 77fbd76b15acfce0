import { type DynamoDBDocumentClient, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { appendEvents, emptyHead } from '#domain/audit-chain';
import { AuditEvent, type ChainHead, type NewAuditEvent, type SignedCheckpoint } from '#domain/audit-event';
import type { AuditLog, StoredEvent } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import { AuditKeyTakenError, ContentionError } from '../ports/errors.ts';
import type { Ids } from '../ports/ids.ts';
import { parseJson } from './case-item.ts';
import { auditItem } from './case-transaction.ts';
import { sha256 } from './crypto.ts';
import { SHARDS } from './shards.ts';
import { refusalOf } from './transaction-outcome.ts';

/** The chain under which minute checkpoints are recorded. */
const CHECKPOINTS = 'CHECKPOINTS';
/** How often an append is tried anew when others were faster. */
const ATTEMPTS = 20;
/** Appends of one process to one chain that go into one transaction. */
const APPENDED_TOGETHER = 40;
/** The longest pause before another attempt, in milliseconds, for each attempt made. */
const PAUSE_STEP_MILLISECONDS = 15;

const EventItem = z.object({
  event: z.string().transform(parseJson).pipe(AuditEvent),
  payloads: z.string().transform(parseJson).pipe(z.record(z.string(), z.unknown())),
});
const LastItem = z.object({ chain: z.string(), seq: z.int(), hash: z.string(), at: z.string() });
const HeadItem = z.object({ chain: z.string(), seq: z.int(), hash: z.string() });
const CheckpointItem = z.object({ seq: z.int(), hash: z.string(), at: z.string() });

interface WaitingAppend {
  readonly events: readonly NewAuditEvent[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface AuditLogSettings {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The audit log on its own table. Its every put demands that the key is new; it never updates and never deletes. */
export class DynamoDbAuditLog implements AuditLog {
  readonly #settings: AuditLogSettings;
  readonly #waiting = new Map<string, WaitingAppend[]>();

  constructor(settings: AuditLogSettings) {
    this.#settings = settings;
  }

  async read(chain: string): Promise<readonly StoredEvent[]> {
    const items = await this.#query({
      KeyConditionExpression: '#chain = :chain',
      ExpressionAttributeNames: { '#chain': 'chain' },
      ExpressionAttributeValues: { ':chain': chain },
      ConsistentRead: true,
    });
    return items.map((item) => EventItem.parse(item));
  }

  async append(chain: string, events: readonly NewAuditEvent[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting = this.#waiting.get(chain);
    const entry = { events, resolve, reject };
    if (waiting === undefined) {
      this.#waiting.set(chain, [entry]);
      void this.#drain(chain);
    } else {
      waiting.push(entry);
    }
    await promise;
  }

  /** Appends what waits for a chain, together: those who read at once would only refuse each other. */
  async #drain(chain: string): Promise<void> {
    const waiting = this.#waiting.get(chain) ?? [];
    while (waiting.length > 0) {
      const together = waiting.splice(0, APPENDED_TOGETHER);
      try {
        await this.#appendAll(
          chain,
          together.flatMap(({ events }) => events),
        );
        for (const { resolve } of together) resolve();
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.#waiting.delete(chain);
  }

  async #appendAll(chain: string, events: readonly NewAuditEvent[]): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const head = await this.#head(chain);
      const now = this.#settings.clock.now();
      // Machines' clocks differ a little; the time of a chain never runs backwards.
      const at = head.at !== null && head.at > now ? head.at : now;
      if (await this.#putAll(appendEvents(head, events, { at, basisVersion: null }, sha256))) return;
      const milliseconds = this.#settings.ids.number(PAUSE_STEP_MILLISECONDS * attempt);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    throw new ContentionError(`${chain} was appended to by others ${ATTEMPTS} times in a row`);
  }

  async headsSince(since: string, now: string): Promise<readonly ChainHead[]> {
    const heads = new Map<string, ChainHead>();
    for (const day of daysBetween(since, now)) {
      for (let shard = 0; shard < SHARDS; shard += 1) {
        for (const head of await this.#grown(`${day}#${shard}`, since)) {
          if (head.seq > (heads.get(head.chain)?.seq ?? 0)) heads.set(head.chain, head);
        }
      }
    }
    return [...heads.values()].sort((left, right) => (left.chain < right.chain ? -1 : 1));
  }

  async latestCheckpoint(): Promise<{ number: number; hash: string; at: string } | null> {
    const [item] = await this.#query({ ...lastOf(CHECKPOINTS) }, 1);
    if (item === undefined) return null;
    const { seq, hash, at } = CheckpointItem.parse(item);
    return { number: seq, hash, at };
  }

  async recordCheckpoint({ checkpoint }: SignedCheckpoint, hash: string): Promise<void> {
    const { number, at } = checkpoint;
    const taken = !(await this.#put({ chain: CHECKPOINTS, seq: number, at, hash }));
    if (taken) throw new AuditKeyTakenError(`checkpoint ${number}`);
  }

  async #head(chain: string): Promise<ChainHead & { readonly at: string | null }> {
    const [item] = await this.#query({ ...lastOf(chain) }, 1);
    return item === undefined ? { ...emptyHead(chain), at: null } : LastItem.parse(item);
  }

  async #grown(day: string, since: string): Promise<readonly ChainHead[]> {
    const items = await this.#query({
      IndexName: 'by-day',
      KeyConditionExpression: '#day = :day AND #at >= :since',
      ProjectionExpression: '#chain, #seq, #hash',
      ExpressionAttributeNames: { '#day': 'day', '#at': 'at', '#chain': 'chain', '#seq': 'seq', '#hash': 'hash' },
      ExpressionAttributeValues: { ':day': day, ':since': since },
    });
    return items.map((item) => HeadItem.parse(item));
  }

  /** All of them or, when somebody appended first, none. */
  async #putAll(events: readonly AuditEvent[]): Promise<boolean> {
    const writes = events.map((event) => ({ Put: this.#newOnly(auditItem(event, {})) }));
    try {
      await this.#settings.client.send(new TransactWriteCommand({ TransactItems: writes }));
      return true;
    } catch (error) {
      if (refusalOf(error, writes) !== null) return false;
      throw error;
    }
  }

  /** False when the key is taken. */
  async #put(item: Record<string, unknown>): Promise<boolean> {
    try {
      await this.#settings.client.send(new PutCommand(this.#newOnly(item)));
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  }

  #newOnly(item: Record<string, unknown>) {
    return {
      TableName: this.#settings.table,
      Item: item,
      ConditionExpression: 'attribute_not_exists(#chain)',
      ExpressionAttributeNames: { '#chain': 'chain' },
    };
  }

  async #query(query: Omit<ConstructorParameters<typeof QueryCommand>[0], 'TableName'>, most = Infinity) {
    const items: Record<string, unknown>[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await this.#settings.client.send(
        new QueryCommand({ ...query, TableName: this.#settings.table, ExclusiveStartKey: from }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from !== undefined && items.length < most);
    return items;
  }
}

function lastOf(chain: string) {
  return {
    KeyConditionExpression: '#chain = :chain',
    ExpressionAttributeNames: { '#chain': 'chain' },
    ExpressionAttributeValues: { ':chain': chain },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: 1,
  };
}

function daysBetween(since: string, now: string): readonly string[] {
  const last = Temporal.PlainDate.from(now.slice(0, 10));
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(since.slice(0, 10)); Temporal.PlainDate.compare(day, last) <= 0; ) {
    days.push(day.toString());
    day = day.add({ days: 1 });
  }
  return days;
}
