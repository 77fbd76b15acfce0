import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { BusEvent } from '../ports.ts';

/** How the recipients' servers misbehave: for every recipient or one; `after` is an ISO 8601 duration. */
export const MailFaults = z.strictObject({
  mode: z.enum(['none', 'bounce', 'delay']),
  recipient: z.string().optional(),
  after: z
    .string()
    .refine((text) => durationMs(text) !== undefined, 'a duration like PT1H')
    .optional(),
});
export type MailFaults = z.infer<typeof MailFaults>;

/** A message that the mail service has taken. */
export const AcceptedMessage = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  source: z.string(),
  destination: z.array(z.string()),
  subject: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  configurationSet: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
});
export type AcceptedMessage = z.infer<typeof AcceptedMessage>;

/** What the mail service tells of a message, in the words of SES. */
export const EVENT_TYPES = {
  Send: { detailType: 'Email Sent', field: 'send' },
  Delivery: { detailType: 'Email Delivered', field: 'delivery' },
  Bounce: { detailType: 'Email Bounced', field: 'bounce' },
  DeliveryDelay: { detailType: 'Email Delivery Delayed', field: 'deliveryDelay' },
} as const;
type EventType = keyof typeof EVENT_TYPES;

/** An event to come: what it tells, of whom, and when (epoch milliseconds). */
export interface PlannedEvent {
  readonly type: EventType;
  readonly at: number;
  readonly recipients: readonly string[];
}

/** What becomes of a message, decided when it is taken: a bounce with `after` follows a delivery, as real ones do. */
export function planDelivery(recipients: readonly string[], faults: MailFaults, now: number): readonly PlannedEvent[] {
  const isHit = (recipient: string): boolean =>
    faults.mode !== 'none' && (faults.recipient ?? recipient).toLowerCase() === recipient.toLowerCase();
  const hit = recipients.filter(isHit);
  const well = recipients.filter((recipient) => !isHit(recipient));
  const events: PlannedEvent[] = [
    { type: 'Send', at: now, recipients },
    { type: 'Delivery', at: now, recipients: well },
    ...faultEvents(hit, faults, now),
  ];
  return events.filter((event) => event.recipients.length > 0);
}

function faultEvents(recipients: readonly string[], { mode, after }: MailFaults, now: number): PlannedEvent[] {
  const wait = after === undefined ? undefined : durationMs(after);
  switch (mode) {
    case 'none':
      return [];
    case 'bounce':
      return [
        ...(wait === undefined ? [] : [{ type: 'Delivery', at: now, recipients } as const]),
        { type: 'Bounce', at: now + (wait ?? 0), recipients },
      ];
    case 'delay':
      return [
        { type: 'DeliveryDelay', at: now, recipients },
        { type: 'Delivery', at: now + (wait ?? 3_600_000), recipients },
      ];
  }
}

/** An event as SES puts it on the event bus. */
export function busEvent(message: AcceptedMessage, { type, at, recipients }: PlannedEvent): BusEvent {
  const tags = { ...message.tags, 'ses:from-domain': message.source.split('@').at(-1) ?? '' };
  const withSet = {
    ...(message.configurationSet ? { 'ses:configuration-set': message.configurationSet } : {}),
    ...tags,
  };
  const mail = {
    timestamp: message.at,
    source: message.source,
    messageId: message.id,
    destination: message.destination,
    headersTruncated: false,
    headers: message.headers,
    commonHeaders: { from: [message.source], to: message.destination, messageId: message.id, subject: message.subject },
    tags: Object.fromEntries(Object.entries(withSet).map(([name, value]) => [name, [value]])),
  };
  const { detailType, field } = EVENT_TYPES[type];
  const told = detailOf(type, new Date(at).toISOString(), recipients);
  return { source: 'aws.ses', 'detail-type': detailType, detail: { eventType: type, mail, [field]: told } };
}

function detailOf(type: EventType, timestamp: string, recipients: readonly string[]): Record<string, unknown> {
  const named = recipients.map((emailAddress) => ({ emailAddress }));
  switch (type) {
    case 'Send':
      return {};
    case 'Delivery':
      return { timestamp, processingTimeMillis: 1, recipients, smtpResponse: '250 2.0.0 OK', reportingMTA: 'local' };
    case 'Bounce': {
      const bouncedRecipients = named.map((who) => ({ ...who, action: 'failed', status: '5.1.1' }));
      const feedbackId = `bounce-${timestamp}`;
      return { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients, timestamp, feedbackId };
    }
    case 'DeliveryDelay': {
      const delayedRecipients = named.map((who) => ({ ...who, status: '4.4.1' }));
      return { timestamp, delayType: 'RecipientServerError', delayedRecipients };
    }
  }
}

function durationMs(text: string): number | undefined {
  try {
    return Temporal.Duration.from(text).total({ unit: 'milliseconds' });
  } catch {
    return undefined;
  }
}
