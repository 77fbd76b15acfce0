import type { Delivery } from '#domain/delivery';
import { MailBusyError, MailRefusedError, MailUnavailableError, WebhookFailedError } from '../../ports/errors.ts';
import type { Mailer, Webhooks } from '../../ports/outside.ts';
import type { KeptMessage } from './compose.ts';

/** What carries messages out of the house. */
export interface Carriers {
  readonly mailer: Mailer;
  readonly webhooks: Pick<Webhooks, 'post'>;
  readonly from: string;
}

/** What became of handing a message over. */
export type HandedOver =
  | { readonly kind: 'accepted'; readonly messageId: string }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may have been taken or not. */
  | { readonly kind: 'unavailable' }
  /** It was not taken, as too much is sent just now. */
  | { readonly kind: 'busy' };

/** Hands a message to its channel, exactly as it was kept. */
export async function handOver(
  { mailer, webhooks, from }: Carriers,
  { caseId, deliveryId, channel }: Delivery,
  message: KeptMessage,
): Promise<HandedOver> {
  const raw = Buffer.from(message.bytes, 'base64');
  try {
    if (channel === 'webhook') {
      await webhooks.post('partner', deliveryId, JSON.parse(raw.toString('utf8')));
      return { kind: 'delivered' };
    }
    return { kind: 'accepted', messageId: await mailer.send({ caseId, deliveryId, from, to: message.to, raw }) };
  } catch (error) {
    if (error instanceof MailRefusedError) return { kind: 'refused', reason: 'refused-by-mail-service' };
    if (error instanceof MailBusyError) return { kind: 'busy' };
    if (error instanceof MailUnavailableError || error instanceof WebhookFailedError) return { kind: 'unavailable' };
    throw error;
  }
}
