import { HttpWebhooks } from '#adapters/http-webhooks';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import type { Webhooks } from '../ports/outside.ts';

/** Signed webhooks to partners and to the on-call system. */
export function buildWebhooks(): Webhooks {
  const config = readConfig({
    PARTNER_URL: Setting.PARTNER_URL,
    ON_CALL_URL: Setting.ON_CALL_URL,
    WEBHOOK_SECRET: Setting.WEBHOOK_SECRET,
  });
  return new HttpWebhooks({
    partnerUrl: config.PARTNER_URL,
    onCallUrl: config.ON_CALL_URL,
    secret: config.WEBHOOK_SECRET,
    clock: systemClock,
  });
}
