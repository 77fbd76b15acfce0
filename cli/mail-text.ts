/** A mail as text to be read, and the parts of it that are no text. */
export interface MailText {
  /** Who it is from, its date and subject as lines, then its text and that of mails and texts attached to it. */
  readonly text: string;
  /** Names of the parts that were not read: a person has to. */
  readonly notRead: readonly string[];
}

/** Mails in mails in mails are read so deep. */
const DEEPEST = 3;
/** HTML of more characters is not turned into text. */
const LONGEST_HTML = 2_000_000;

/** Turns a mail as it was received (RFC 5322, MIME) into text. What is broken in it is read as far as it goes. */
export async function mailText(bytes: Uint8Array, depth = 0): Promise<MailText> {
  // Loading it takes longer than all else that `writ` does, and no other command needs it.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(Buffer.from(bytes), {
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: LONGEST_HTML,
  });
  const head = [
    ...(mail.from === undefined ? [] : [`From: ${mail.from.text}`]),
    ...(mail.date === undefined ? [] : [`Date: ${mail.date.toISOString()}`]),
    ...(mail.subject === undefined ? [] : [`Subject: ${mail.subject}`]),
  ];
  const parts = [[head.join('\n'), mail.text ?? ''].filter((part) => part !== '').join('\n\n')];
  const notRead: string[] = [];
  for (const { contentType, content, filename } of mail.attachments) {
    const name = filename ?? contentType;
    if (contentType === 'message/rfc822' && depth < DEEPEST) {
      const inner = await mailText(content, depth + 1);
      parts.push(inner.text);
      notRead.push(...inner.notRead);
    } else if (contentType === 'text/plain') parts.push(content.toString('utf8'));
    else notRead.push(name);
  }
  return { text: parts.join('\n\n'), notRead };
}
