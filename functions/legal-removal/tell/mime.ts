import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

/** A mail to write: the same particulars give the same bytes. */
export interface MailParticulars {
  /** Unique to the duty; only its hash appears in the mail. */
  readonly deliveryId: string;
  readonly caseId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A version for machines, sent along as a file. */
  readonly json: unknown;
  /** The same for paper, as PDF; null where none is owed. */
  readonly pdf: Uint8Array | null;
  readonly language: string;
  /** RFC 3339. */
  readonly date: string;
}

/**
 * Writes a mail (RFC 5322). Message id and boundaries are derived from the duty, so that a second copy is the same to
 * the byte; no header but `To` names anybody.
 */
export async function writeMail(mail: MailParticulars): Promise<Uint8Array> {
  const id = createHash('sha256').update(`${mail.caseId}/${mail.deliveryId}`).digest('hex').slice(0, 40);
  const domain = mail.from.replace(/^.*@/, '').replace(/>.*$/, '');
  const { json, pdf } = mail;
  const attachments = [
    ...(json === undefined
      ? []
      : [{ filename: 'report.json', contentType: 'application/json', content: JSON.stringify(json, null, 2) }]),
    ...(pdf === null ? [] : [{ filename: 'report.pdf', contentType: 'application/pdf', content: Buffer.from(pdf) }]),
  ];
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    replyTo: mail.from,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${id}@${domain}>`,
    date: new Date(mail.date),
    baseBoundary: id,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    attachments,
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  });
  return await composer.compile().build();
}
