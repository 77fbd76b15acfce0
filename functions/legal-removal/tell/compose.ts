import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { findLeaks } from '#domain/messages/find-leaks';
import { WithDraft } from '#domain/messages/kept-draft';
import { renderMessage } from '#domain/messages/render-message';
import type { RenderedMessage } from '#domain/messages/rendered-message';
import type { ToldFacts } from '#domain/messages/told-facts';
import type { Language, Party } from '#domain/party';
import type { Paper, PaperDocument } from '../../ports/paper.ts';
import { writeMail } from './mime.ts';

/** What a mail is written from but for its case and address. */
const Letter = z.object({
  deliveryId: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  language: z.string(),
  date: z.string(),
});

/**
 * A message as kept and sent: its exact bytes in Base64, their hash, and the address they go to (none: a webhook); a
 * draft besides as it is read. One that gives its reader an access token is kept with the place of it alone; `letter` is
 * what it is written from anew, with the token, as it is sent.
 */
export const KeptMessage = z.object({
  bytes: z.base64(),
  sha256: z.string(),
  mediaType: z.enum(['message/rfc822', 'application/json', 'application/xml']),
  to: z.string(),
  draft: WithDraft.shape.draft,
  letter: Letter.optional(),
});
export type KeptMessage = z.infer<typeof KeptMessage>;

/** A message that may go, with digests of what it says; of one that belongs to no decision there are none. */
export interface Written {
  readonly message: KeptMessage;
  readonly told: ToldFacts | null;
}

/** Why a message is not sent, as a code, and the facts at fault where it can name them; a person looks. */
export interface Withheld {
  readonly withheld: string;
  readonly fields?: readonly string[];
}

/** Why a message cannot be written just now, as a code; it is tried again. */
export interface Unready {
  readonly unready: string;
}

/** What messages are written on: the address they come from, and the paper of reports. */
export interface Stationery {
  readonly from: string;
  readonly paper: Paper;
}

/** Errors of rendering that mean that a message must wait for a person. */
const FOR_A_PERSON = new Set(['UnresolvedPlaceholderError', 'MessageNotPermittedError']);

/**
 * Writes a message for its reader and checks that nothing in it is for other eyes. What cannot be written, has no
 * address or leaks is withheld, never sent in part.
 */
export async function compose(
  delivery: Delivery,
  facts: FactSheet,
  reader: Party,
  { from, paper }: Stationery,
): Promise<KeptMessage | Withheld> {
  try {
    const rendered = renderMessage(delivery.kind, delivery.language, delivery.to, facts);
    if (findLeaks(rendered, facts, delivery.to).length > 0) return { withheld: 'leak-found' };
    if (delivery.channel === 'webhook') return kept(Buffer.from(rendered.text), 'application/json', '');
    if (reader.email === null || reader.email === '') return { withheld: 'no-address' };
    const { caseId, language, rewritten } = delivery;
    // A mail written anew is another one: a server that knows the first must not take it for a copy.
    const deliveryId = rewritten === undefined ? delivery.deliveryId : `${delivery.deliveryId}.${rewritten}`;
    const { subject, text, json } = rendered;
    const addressed = { caseId, deliveryId, from, to: reader.email, language, date: facts.composedAt };
    const pdf = json === undefined ? null : await paper.write(onPaper(rendered, facts, language));
    const mail = kept(await writeMail({ ...addressed, subject, text, json, pdf }), 'message/rfc822', reader.email);
    const { impossibility, hearing, counterNotice, redress, composedAt: date } = facts;
    if (hearing?.accessToken || counterNotice?.way || redress?.complaintToken)
      return { ...mail, letter: { deliveryId, from, subject, text, language, date } };
    return delivery.channel === 'draft' ? { ...mail, draft: { subject, text, impossibility } } : mail;
  } catch (error) {
    if (error instanceof Error && FOR_A_PERSON.has(error.name)) return { withheld: error.name };
    throw error;
  }
}

/** A report for those who file it: its first paragraph is its title. */
function onPaper({ text }: RenderedMessage, facts: FactSheet, language: Language): PaperDocument {
  const [title = '', ...paragraphs] = text.split('\n\n');
  const { reference, composedAt: writtenAt } = facts;
  return { title, text: paragraphs.join('\n\n'), language, reference, writtenAt };
}

function kept(bytes: Uint8Array, mediaType: KeptMessage['mediaType'], to: string): KeptMessage {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: Buffer.from(bytes).toString('base64'), sha256, mediaType, to };
}
