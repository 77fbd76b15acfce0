import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Activity, BusEvent, LocalClock } from '../ports.ts';
import { type DurableLog, openDurableLog, writeDurably } from '../services/durable-log.ts';
import type { DurableEventBus } from '../services/events/event-bus.ts';
import { AcceptedMessage, busEvent, MailFaults, planDelivery } from './delivery-plan.ts';

const QueuedEvent = z.object({
  id: z.string(),
  at: z.number(),
  type: z.enum(['Send', 'Delivery', 'Bounce', 'DeliveryDelay']),
  recipients: z.array(z.string()),
  /** Whether the configuration set wants it on the event bus. */
  wanted: z.boolean(),
});
type QueuedEvent = z.infer<typeof QueuedEvent>;

const MailRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accepted'), message: AcceptedMessage, events: z.array(QueuedEvent) }),
  z.object({ type: z.literal('happened'), message: z.string(), event: z.string() }),
  z.object({ type: z.literal('faults'), faults: MailFaults }),
]);
type MailRecord = z.infer<typeof MailRecord>;

/** A message in the mailbox with what has become of it and what is to come. */
interface Kept {
  readonly message: AcceptedMessage;
  readonly events: readonly QueuedEvent[];
  readonly happened: Set<string>;
}

/** What the mailbox needs. */
export interface MailboxOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly bus: DurableEventBus;
}

/**
 * Every mail that left the house: the bytes in a file each, and with the record of acceptance, in one line, the
 * events that will be told of it; so a crash between the two loses none. An event may be told twice.
 */
export class Mailbox {
  readonly #options: MailboxOptions;
  readonly #kept = new Map<string, Kept>();
  #faults: MailFaults = { mode: 'none' };
  #log: DurableLog<MailRecord> | undefined;
  #started = false;

  /** Use `openMailbox`. */
  constructor(options: MailboxOptions) {
    this.#options = options;
  }

  /** Reads what is on disk; tells nothing yet. */
  async open(): Promise<void> {
    const file = join(this.#options.directory, 'mail.jsonl');
    this.#log = await openDurableLog({ file, schema: MailRecord, apply: (record) => this.#apply(record) });
  }

  /** Begins to tell events, first those left from before a crash. */
  start(): void {
    this.#started = true;
    for (const kept of this.#kept.values()) this.#plan(kept);
  }

  /** Takes a message and resolves when it and its events are on disk; `wants` says which events go on the bus. */
  async accept(message: AcceptedMessage, raw: Buffer, wants: (type: QueuedEvent['type']) => boolean): Promise<void> {
    const end = this.#options.activity.begin(`mail ${message.id}`);
    try {
      await writeDurably(this.#fileOf(message.id), raw);
      const planned = planDelivery(message.destination, this.#faults, this.#options.clock.now());
      const events = planned.map((event, index) => ({
        ...event,
        recipients: [...event.recipients],
        id: String(index),
        wanted: wants(event.type),
      }));
      await this.#append({ type: 'accepted', message, events });
      const kept = this.#kept.get(message.id);
      if (this.#started && kept !== undefined) this.#plan(kept);
    } finally {
      end();
    }
  }

  /** All messages in order of arrival. */
  messages(): readonly AcceptedMessage[] {
    return [...this.#kept.values()].map(({ message }) => message);
  }

  /** One message. */
  message(id: string): AcceptedMessage | undefined {
    return this.#kept.get(id)?.message;
  }

  /** What has become of a message so far. */
  eventsOf(
    id: string,
  ): readonly { readonly type: string; readonly at: string; readonly recipients: readonly string[] }[] {
    const kept = this.#kept.get(id);
    const happened = (kept?.events ?? []).filter((event) => kept?.happened.has(event.id));
    return happened.map(({ type, at, recipients }) => ({ type, at: new Date(at).toISOString(), recipients }));
  }

  /** The bytes of a message as they were delivered. */
  raw(id: string): Promise<Buffer> {
    return readFile(this.#fileOf(id));
  }

  /** How recipients' servers behave from now on; resolves when that is on disk. */
  setFaults(faults: MailFaults): Promise<void> {
    return this.#append({ type: 'faults', faults });
  }

  #fileOf(id: string): string {
    return join(this.#options.directory, 'messages', `${id}.eml`);
  }

  #plan({ message, events, happened }: Kept): void {
    for (const event of events) {
      if (happened.has(event.id)) continue;
      const tell = () => {
        const end = this.#options.activity.begin(`mail event of ${message.id}`);
        void this.#tell(message, event).finally(end);
      };
      if (event.at <= this.#options.clock.now()) tell();
      else this.#options.clock.setTimer(event.at, tell);
    }
  }

  async #tell(message: AcceptedMessage, event: QueuedEvent): Promise<void> {
    const told: BusEvent = busEvent(message, event);
    if (event.wanted) await this.#options.bus.publish(told);
    await this.#append({ type: 'happened', message: message.id, event: event.id });
  }

  async #append(record: MailRecord): Promise<void> {
    if (this.#log === undefined) throw new Error('the mailbox is not open');
    await this.#log.append(record);
  }

  #apply(record: MailRecord): void {
    switch (record.type) {
      case 'accepted':
        this.#kept.set(record.message.id, { message: record.message, events: record.events, happened: new Set() });
        return;
      case 'happened':
        this.#kept.get(record.message)?.happened.add(record.event);
        return;
      case 'faults':
        this.#faults = record.faults;
        return;
    }
  }
}

/** Opens the mailbox in a directory of its own; `start()` begins to tell events. */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const mailbox = new Mailbox(options);
  await mailbox.open();
  return mailbox;
}
