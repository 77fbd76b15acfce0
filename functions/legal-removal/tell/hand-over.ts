import type { Delivery } from '#domain/delivery';
import { withToken } from '#domain/messages/token-place';
import { caseToken } from '#runtime/case-token';
import { MailBusyError, MailRefusedError, MailUnavailableError, WebhookFailedError } from '../../ports/errors.ts';
import type { Mailer, Webhooks } from '../../ports/outside.ts';
import { CASE_SECRET, type Vault } from '../../ports/vault.ts';
import type { KeptMessage } from './compose.ts';
import { writeMail } from './mime.ts';

/** What carries messages out of the house. */
export interface Carriers {
  readonly mailer: Mailer;
  readonly webhooks: Pick<Webhooks, 'post'>;
  readonly vault: Pick<Vault, 'key'>;
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

/** Hands a message to its channel, exactly as it was kept but for the reader's access token, where it gives one. */
export async function handOver(
  { mailer, webhooks, vault, from }: Carriers,
  delivery: Delivery,
  message: KeptMessage,
): Promise<HandedOver> {
  const { caseId, deliveryId, channel } = delivery;
  const raw = await bytesToSend(vault, delivery, message);
  try {
    if (channel === 'webhook') {
      await webhooks.post('partner', deliveryId, JSON.parse(Buffer.from(raw).toString('utf8')));
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

/** The token is derived each time, so that a second copy is the same to the byte and nothing that is kept holds it. */
async function bytesToSend(
  vault: Pick<Vault, 'key'>,
  { caseId, personId }: Pick<Delivery, 'caseId' | 'personId'>,
  { bytes, letter, to }: KeptMessage,
): Promise<Uint8Array> {
  if (letter === undefined) return Buffer.from(bytes, 'base64');
  const token = caseToken(await vault.key(caseId, CASE_SECRET), caseId, personId);
  const text = withToken(letter.text, token);
  return await writeMail({ ...letter, caseId, to, text, json: undefined, pdf: null });
}
