import { simpleParser } from 'mailparser';
import type { MailReader, SentMail } from '../ports/paper.ts';

/** Mails read by mailparser; what they hold as HTML, which ours never do, is not looked at. */
export class SimpleMailReader implements MailReader {
  async read(bytes: Uint8Array): Promise<SentMail> {
    const mail = await simpleParser(Buffer.from(bytes), { skipTextToHtml: true, skipHtmlToText: true });
    const pdf = mail.attachments.find(({ contentType }) => contentType === 'application/pdf')?.content ?? null;
    const { subject = '', text = '', date = new Date(0) } = mail;
    return { subject, text, date: date.toISOString(), pdf };
  }
}
