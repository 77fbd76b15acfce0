import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 5 * 60;

/** A webhook as it arrived: the three headers of the scheme and the exact bytes of the body. */
export interface SignedWebhook {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: Buffer;
}

/**
 * Tells why a webhook cannot be trusted, or undefined when it can (Standard Webhooks 1.0, symmetric signatures).
 * `secret` is `whsec_` and base64, `nowMs` the instant now in epoch milliseconds.
 */
export function distrustReason(webhook: SignedWebhook, secret: string, nowMs: number): string | undefined {
  if (webhook.id === '' || !/^\d{1,12}$/.test(webhook.timestamp)) return 'webhook-id or webhook-timestamp is missing';
  const age = Math.abs(nowMs / 1_000 - Number(webhook.timestamp));
  if (age > TOLERANCE_SECONDS) return 'webhook-timestamp is too far from now';
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${webhook.id}.${webhook.timestamp}.`).update(webhook.body).digest();
  const matches = webhook.signature.split(' ').some((part) => {
    const given = Buffer.from(part.startsWith('v1,') ? part.slice(3) : '', 'base64');
    return given.length === mac.length && timingSafeEqual(given, mac);
  });
  return matches ? undefined : 'webhook-signature does not match';
}
