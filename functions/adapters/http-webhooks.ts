import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { parseJson } from '#domain/jws';
import type { Clock } from '../ports/clock.ts';
import { WebhookFailedError } from '../ports/errors.ts';
import type { Webhooks } from '../ports/outside.ts';

const CALL_TIMEOUT_MILLISECONDS = 8_000;

const PageAnswer = z.object({ acknowledgedBy: z.string().nullable(), acknowledgedAt: z.string().nullable() });

interface WebhookSettings {
  readonly partnerUrl: string;
  readonly onCallUrl: string;
  /** The shared secret, `whsec_` and Base64. */
  readonly secret: string;
  readonly clock: Clock;
}

/** Webhooks signed by the Standard Webhooks scheme (standardwebhooks.com: `v1`, HMAC-SHA-256 over id, time, body). */
export class HttpWebhooks implements Webhooks {
  readonly #settings: WebhookSettings;

  constructor(settings: WebhookSettings) {
    this.#settings = settings;
  }

  async post(target: 'partner' | 'on-call', id: string, body: unknown): Promise<void> {
    const text = JSON.stringify(body);
    const timestamp = String(Math.floor(Date.parse(this.#settings.clock.now()) / 1000));
    await answerOf(`${this.#base(target)}/webhooks`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${this.#signature(`${id}.${timestamp}.${text}`)}`,
      },
      body: text,
    });
  }

  async pageAcknowledgement(pageId: string): Promise<{ readonly by: string; readonly at: string } | null> {
    const answer = await answerOf(`${this.#base('on-call')}/pages/${encodeURIComponent(pageId)}`, {});
    const page = PageAnswer.safeParse(answer);
    if (!page.success) throw new WebhookFailedError('the on-call system answered in another form');
    const { acknowledgedBy, acknowledgedAt } = page.data;
    return acknowledgedBy === null || acknowledgedAt === null ? null : { by: acknowledgedBy, at: acknowledgedAt };
  }

  #base(target: 'partner' | 'on-call'): string {
    const url = target === 'partner' ? this.#settings.partnerUrl : this.#settings.onCallUrl;
    return url.replace(/\/$/, '');
  }

  #signature(content: string): string {
    const key = Buffer.from(this.#settings.secret.replace(/^whsec_/, ''), 'base64');
    return createHmac('sha256', key).update(content).digest('base64');
  }
}

/** The JSON of a 2xx answer, undefined when its body is no JSON. A signed message follows no redirect. */
async function answerOf(url: string, init: RequestInit): Promise<unknown> {
  const signal = AbortSignal.timeout(CALL_TIMEOUT_MILLISECONDS);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await response.text();
    if (!response.ok) throw new WebhookFailedError(`the receiver answered ${response.status}`);
    return parseJson(text);
  } catch (error) {
    if (error instanceof WebhookFailedError) throw error;
    throw new WebhookFailedError('the receiver did not answer', { cause: error });
  }
}
