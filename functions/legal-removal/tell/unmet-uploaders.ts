import type { Delivery } from '#domain/delivery';
import { NOBODY } from '#domain/hearing';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { lookUpUploaders } from '#runtime/look-up-uploaders';
import type { Platform } from '../../ports/outside.ts';
import type { Unready } from './compose.ts';
import type { Sources } from './sources.ts';
import { uploaderSecrets } from './uploader-secrets.ts';

/** Messages that repeat nothing of what a specialist wrote, whatever was decided meanwhile. */
const FIXED_WORDS: readonly Delivery['kind'][] = [
  'receipt',
  'withdrawal-confirmation',
  'hearing-confirmation',
  'hearing-outcome',
];

/**
 * The facts of a message with all who put up an item of the case as people who must not slip into it. Those who are
 * owed a message, or are heard, are persons of the case; of the others nothing is kept, so the platform is asked, and
 * while it does not answer the message is not ready. It is not asked for a message in which no person of ours wrote
 * anything: what is said there names nobody, and a receipt waits for no platform.
 */
export async function withUnmetUploaders(
  platform: Pick<Platform, 'describe'>,
  facts: FactSheet,
  sources: Sources,
  { kind }: Pick<Delivery, 'kind'>,
): Promise<FactSheet | Unready> {
  if (FIXED_WORDS.includes(kind) || !isWrittenByPerson(facts, sources)) return facts;
  const unmet = sources.items.filter(({ itemId }) => !isMet(sources, itemId));
  const references = unmet.flatMap(({ reference }) => reference ?? []);
  const { uploaders, complete } = await lookUpUploaders(platform, references);
  if (!complete) return { unready: 'platform-unavailable' };
  const secrets = uploaders.flatMap((uploader) => uploaderSecrets('uploader', uploader));
  return { ...facts, confidential: [...facts.confidential, ...secrets] };
}

/** Tells whether whoever put an item up is a person of the case, as acting or a hearing has found. */
function isMet({ restricted, heard }: Sources, itemId: string): boolean {
  if ((restricted.get(itemId)?.personId ?? null) !== null) return true;
  return heard.some(({ personId, itemIds }) => personId !== NOBODY && itemIds.includes(itemId));
}

/** Tells whether a message may repeat words of a specialist, who knows whose content it is. */
function isWrittenByPerson({ information }: FactSheet, { decision, restricting }: Sources): boolean {
  const decided = [decision, restricting].some((one) => one !== null && !one.record.decidedByRule);
  return decided || Boolean(information?.reason);
}
