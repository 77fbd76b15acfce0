import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { tagOfDelivery } from '#domain/mail-tag';
import { MailBusyError, MailRefusedError, MailUnavailableError } from '../ports/errors.ts';
import type { Mailer, OutgoingMail } from '../ports/outside.ts';

/** Answers of the mail service after which another try of the same mail cannot help. */
const FINAL = new Set(['MessageRejected', 'MailFromDomainNotVerifiedException', 'InvalidParameterValue']);

/** Answers when more is sent a second, or in 24 hours, than the account may (SES Developer Guide, "Sending quotas"). */
const BUSY = new Set(['Throttling', 'ThrottlingException']);

/** Mail through SES, tagged with the delivery so that its events can be told apart. */
export class SesMailer implements Mailer {
  readonly #client: SESClient;
  readonly #configurationSet: string;

  constructor(client: SESClient, configurationSet: string) {
    this.#client = client;
    this.#configurationSet = configurationSet;
  }

  async send(mail: OutgoingMail): Promise<string> {
    try {
      const { MessageId: messageId } = await this.#client.send(
        new SendRawEmailCommand({
          Source: mail.from,
          Destinations: [mail.to],
          RawMessage: { Data: mail.raw },
          ConfigurationSetName: this.#configurationSet,
          Tags: [
            { Name: 'case', Value: mail.caseId },
            { Name: 'delivery', Value: tagOfDelivery(mail.deliveryId) },
          ],
        }),
      );
      if (messageId === undefined) throw new MailUnavailableError('the mail service returned no message id');
      return messageId;
    } catch (error) {
      if (!(error instanceof Error) || error instanceof MailUnavailableError) throw error;
      if (BUSY.has(error.name)) throw new MailBusyError(error.name, { cause: error });
      if (FINAL.has(error.name)) throw new MailRefusedError(error.name, { cause: error });
      throw new MailUnavailableError(error.name, { cause: error });
    }
  }
}
