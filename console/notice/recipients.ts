import { LUMEN_RULES } from '#domain/catalogue/lumen';
import { REPORT_ROUTES } from '#domain/catalogue/report-routes';
import type { LegalBasis } from '#domain/legal-basis';
import type { Source } from '#domain/source';
import { type ConcernId, findConcern } from './concerns.ts';

/** Who learns of a notice, and what of it; each is a sentence in the words of the form. */
export type RecipientId =
  | 'us'
  | 'you'
  | 'uploader-heard'
  | 'uploader-named'
  | 'uploader-named-if-you-agree'
  | 'uploader-not-named'
  | 'counter-notice'
  | 'transparency-database'
  | 'lumen-named'
  | 'lumen-intellectual-property'
  | 'partners'
  | 'police';

/** Somebody who learns of a notice, and the rule by which. */
export interface Recipient {
  readonly id: RecipientId;
  /** Null where it goes without a rule. */
  readonly source: Source | null;
  /** True for what anybody can read. */
  readonly isPublic: boolean;
}

/** What becomes of a notice: who is told what, and what may be made public. */
export function recipientsOf(basis: LegalBasis, concern: ConcernId | null): readonly Recipient[] {
  const { signal = 'threat-to-life', sensitive = false } = findConcern(concern) ?? {};
  const owed = (kind: string): Source | undefined => basis.notifications.find((rule) => rule.kind === kind)?.source;
  const told = (id: RecipientId, source: Source | undefined, isPublic = false): readonly Recipient[] =>
    source === undefined ? [] : [{ id, source, isPublic }];
  return [
    { id: 'us', source: null, isPublic: false },
    ...told('you', owed('receipt')),
    ...told('uploader-heard', basis.hearing?.source),
    ...told(uploaderLine(basis.senderDisclosed), owed('statement-of-reasons')),
    ...told('counter-notice', owed('counter-notice-copy')),
    ...told('partners', owed('partner-restriction')),
    ...told('police', REPORT_ROUTES[signal].source),
    ...told('transparency-database', owed('transparency-database-entry'), true),
    ...(sensitive ? [] : lumenLine(basis)),
  ];
}

function uploaderLine(disclosed: LegalBasis['senderDisclosed']): RecipientId {
  if (disclosed === 'with-consent') return 'uploader-named-if-you-agree';
  return disclosed ? 'uploader-named' : 'uploader-not-named';
}

function lumenLine({ id }: LegalBasis): readonly Recipient[] {
  const { shared, categories, source } = LUMEN_RULES[id];
  if (!shared) return [];
  return [{ id: categories === undefined ? 'lumen-named' : 'lumen-intellectual-property', source, isPublic: true }];
}
