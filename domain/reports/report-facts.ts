import * as z from 'zod';
import { ReportKind } from '#domain/delivery';
import { PlatformFacts } from '#domain/messages/fact-sheet';

/** What is known of an account, from the platform. */
const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** ISO 3166-1. */
  country: z.string(),
});

/** Content that the words are about: where it is and whose; never what it shows. */
const Content = z.object({
  itemId: z.string(),
  /** As the sender wrote it where it is none of the platform's. */
  url: z.string(),
  /** `tracks/trk-1001`; null where the platform has no such item. */
  contentId: z.string().nullable(),
  /** RFC 3339 in UTC; null where the platform does not say. */
  publishedAt: z.string().nullable(),
  account: Account.nullable(),
});
export type ReportedContent = z.infer<typeof Content>;

/** A file that a sender sent along: never the file itself. */
const FileHash = z.object({ mediaType: z.string(), bytes: z.int(), sha256: z.string() });

/** What a report to an authority says, kept with its draft: no more than was known when it was written. */
export const ReportFacts = z.object({
  kind: ReportKind,
  recipient: z.string(),
  reference: z.string(),
  /** When the words that signal danger, or the demand before them, came: RFC 3339 in UTC. */
  receivedAt: z.string(),
  composedAt: z.string(),
  /** The IANA zone in which times are shown besides. */
  zone: z.string(),
  platform: PlatformFacts,
  contents: z.array(Content),
  /** How many more there are, which are not looked up. */
  further: z.int().nonnegative(),
  /** What was written to us, in order of arrival. */
  words: z.array(z.string()),
  files: z.array(FileHash),
});
export type ReportFacts = z.infer<typeof ReportFacts>;
