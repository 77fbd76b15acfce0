import * as z from 'zod';

/** How a partner misbehaves, and until when. */
export const PartnerFaults = z.strictObject({
  mode: z.enum(['none', 'slow', '500']),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type PartnerFaults = z.infer<typeof PartnerFaults>;

/** What a webhook says: its type and, for a page, which one and how urgent. Other fields are kept as they came. */
export const WebhookBody = z.looseObject({ type: z.string(), data: z.looseObject({}).default({}) });

/** The part of a webhook of type `page` that the on-call sandbox reads. */
export const PageData = z.looseObject({
  pageId: z.string().min(1),
  level: z.union([z.string(), z.number()]).default(1),
});

const Received = z.object({ id: z.string(), at: z.iso.datetime(), type: z.string(), body: WebhookBody });

/** A line of the partners' log. */
export const PartnerRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('received'), partner: z.string(), webhook: Received }),
  z.object({ type: z.literal('duplicate'), partner: z.string(), id: z.string() }),
  z.object({ type: z.literal('faults'), partner: z.string(), faults: PartnerFaults }),
  z.object({ type: z.literal('acknowledged'), pageId: z.string(), by: z.string(), at: z.iso.datetime() }),
]);
export type PartnerRecord = z.infer<typeof PartnerRecord>;

type ReceivedWebhook = z.infer<typeof Received> & { duplicates: number };

/** A page at the on-call sandbox, over all webhooks that repeated it. */
export interface Page {
  readonly pageId: string;
  readonly repeats: number;
  readonly levels: readonly (string | number)[];
  readonly firstAt: string;
  readonly lastAt: string;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
  readonly data: unknown;
}

/** The state of all partner sandboxes, folded from their log. */
export class PartnerState {
  readonly #received = new Map<string, Map<string, ReceivedWebhook>>();
  readonly #faults = new Map<string, PartnerFaults>();
  readonly #pages = new Map<string, Page>();

  /** Takes one record of the log. */
  apply(record: PartnerRecord): void {
    switch (record.type) {
      case 'received':
        this.#receive(record.partner, record.webhook);
        return;
      case 'duplicate': {
        const webhook = this.#received.get(record.partner)?.get(record.id);
        if (webhook !== undefined) webhook.duplicates += 1;
        return;
      }
      case 'faults':
        this.#faults.set(record.partner, record.faults);
        return;
      case 'acknowledged': {
        const page = this.#pages.get(record.pageId);
        const done = { acknowledgedBy: record.by, acknowledgedAt: record.at };
        if (page !== undefined) this.#pages.set(record.pageId, { ...page, ...done });
        return;
      }
    }
  }

  /** The webhooks a partner has, in order of arrival. */
  received(partner: string): readonly ReceivedWebhook[] {
    return [...(this.#received.get(partner)?.values() ?? [])];
  }

  /** Tells whether a partner already has a webhook of this id. */
  has(partner: string, id: string): boolean {
    return this.#received.get(partner)?.has(id) ?? false;
  }

  /** The fault of a partner in force at `now` (epoch milliseconds). */
  faultMode(partner: string, now: number): PartnerFaults['mode'] {
    const faults = this.#faults.get(partner);
    if (faults === undefined || (faults.until !== null && Date.parse(faults.until) <= now)) return 'none';
    return faults.mode;
  }

  /** Every page, in order of first arrival. */
  pages(): readonly Page[] {
    return [...this.#pages.values()];
  }

  /** One page. */
  page(pageId: string): Page | undefined {
    return this.#pages.get(pageId);
  }

  #receive(partner: string, webhook: z.infer<typeof Received>): void {
    const ofPartner = this.#received.get(partner) ?? new Map<string, ReceivedWebhook>();
    ofPartner.set(webhook.id, { ...webhook, duplicates: 0 });
    this.#received.set(partner, ofPartner);
    const page = PageData.safeParse(webhook.body.data);
    if (partner !== 'on-call' || webhook.type !== 'page' || !page.success) return;
    const { pageId, level } = page.data;
    const earlier = this.#pages.get(pageId);
    this.#pages.set(pageId, {
      pageId,
      repeats: earlier === undefined ? 0 : earlier.repeats + 1,
      levels: [...(earlier?.levels ?? []), level],
      firstAt: earlier?.firstAt ?? webhook.at,
      lastAt: webhook.at,
      acknowledgedBy: earlier?.acknowledgedBy ?? null,
      acknowledgedAt: earlier?.acknowledgedAt ?? null,
      data: webhook.body.data,
    });
  }
}
