import type { Language } from '#domain/party';

/** A document as it is read on paper. */
export interface PaperDocument {
  readonly title: string;
  /** Paragraphs parted by an empty line; their lines are kept as they are. */
  readonly text: string;
  readonly language: Language;
  /** Our reference, repeated at the foot of each page. */
  readonly reference: string;
  /** RFC 3339. */
  readonly writtenAt: string;
}

/** Writes documents for readers who file them. */
export interface Paper {
  /** The document as PDF, its text readable by machines; the same document gives the same bytes. */
  write(document: PaperDocument): Promise<Uint8Array>;
}

/** A mail of ours as it was sent: what its reader saw. */
export interface SentMail {
  readonly subject: string;
  readonly text: string;
  /** RFC 3339. */
  readonly date: string;
  /** What was attached for paper, or null. */
  readonly pdf: Uint8Array | null;
}

/** Reads mails that Writ has written. */
export interface MailReader {
  read(bytes: Uint8Array): Promise<SentMail>;
}
