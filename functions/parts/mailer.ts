import { SESClient } from '@aws-sdk/client-ses';
import { SesMailer } from '#adapters/ses-mailer';
import { readConfig, Setting } from '#runtime/config';
import type { Mailer } from '../ports/outside.ts';

/** The mail service. */
export function buildMailer(): Mailer {
  const { MAIL_CONFIGURATION_SET } = readConfig({ MAIL_CONFIGURATION_SET: Setting.MAIL_CONFIGURATION_SET });
  return new SesMailer(new SESClient({ maxAttempts: 1 }), MAIL_CONFIGURATION_SET);
}

/** The address our mail comes from. */
export function mailFrom(): string {
  return readConfig({ MAIL_FROM: Setting.MAIL_FROM }).MAIL_FROM;
}
