import { createHash } from 'node:crypto';
import type { Delivery } from '#domain/delivery';
import { LumenNotice } from '#domain/lumen/notice';
import { makeNotice } from '#domain/lumen/notice-maker';
import { sharingRule } from '#domain/lumen/sharing';
import type { FactSheet } from '#domain/messages/fact-sheet';
import type { KeptMessage, Withheld } from './compose.ts';
import type { Sources } from './sources.ts';

/** Writes a notice to Lumen from the facts of its decision; or why there may be none, as the case stands now. */
export function composeLumen({ language }: Delivery, facts: FactSheet, sources: Sources): KeptMessage | Withheld {
  const { record, kept, decision } = sources;
  const rule = sharingRule(record, decision?.document.ground?.category);
  if (rule === null) return { withheld: 'not-shared' };
  const works = kept.kind === 'notice' ? kept.works : [];
  const made = makeNotice(facts, { rule, language, authorityCountry: record.authorityCountry, works });
  if (made.kind === 'bad') return { withheld: 'notice-refused' };
  const bytes = Buffer.from(JSON.stringify(made.notice));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: bytes.toString('base64'), sha256, mediaType: 'application/json', to: '' };
}

/** The notice that was kept, as it is sent. */
export function keptNotice({ bytes }: KeptMessage): LumenNotice {
  return LumenNotice.parse(JSON.parse(Buffer.from(bytes, 'base64').toString('utf8')));
}
