import type { Language, PartyRole } from '#domain/party';
import { UnresolvedPlaceholderError } from './errors.ts';
import type { FactView } from './fact-view.ts';
import { formatDue, formatInstant, formatLastDay, formatUtc } from './format-time.ts';
import { quotedText } from './plain-text.ts';
import { say } from './say.ts';
import type { FactsOf, SentenceKey } from './sentence-catalogue.ts';

/** What a document is written with: its language, its reader, what that reader may see, and the ways to say it. */
export interface Writer {
  readonly language: Language;
  readonly audience: PartyRole;
  readonly view: FactView;
  readonly zone: string;
  /** One sentence with its facts. */
  say<Key extends SentenceKey>(key: Key, facts: FactsOf<Key>): string;
  /** A heading or sentence that needs no fact. */
  line(key: PlainSentenceKey): string;
  /** An instant in the reader's language; undefined stays undefined, so that the sentence refuses it. */
  at(instant: string | null | undefined): string | undefined;
  /** The same in UTC, for those who compare logs. */
  utc(instant: string | null | undefined): string | undefined;
  /** An instant, with UTC beside it where the reader is an authority. */
  atWithUtc(instant: string | null | undefined): string | undefined;
  /** The end of a period, with UTC beside it where the reader is an authority. */
  due(dueAt: string | null | undefined): string | undefined;
  /** The end of a period by its last day. */
  lastDay(date: string): string;
  /** Free text of somebody else as a quotation; throws `UnresolvedPlaceholderError` if it is absent. */
  quote(field: string, text: string | null | undefined): string;
}

/** The sentences without a placeholder. */
export type PlainSentenceKey = {
  [Key in SentenceKey]: keyof FactsOf<Key> extends never ? Key : never;
}[SentenceKey];

/** A fact that a document cannot do without. Throws `UnresolvedPlaceholderError` if it is absent or not cleared. */
export function needed<Value>(field: string, value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new UnresolvedPlaceholderError('document', field);
  return value;
}

/** The writer for one reader: all that a document says comes from `view`. */
export function writerFor(language: Language, audience: PartyRole, view: FactView): Writer {
  const zone = needed('zone', view.zone);
  const withUtc = (instant: string, local: string): string =>
    audience === 'authority' ? `${local} (UTC: ${formatUtc(instant)})` : local;
  return {
    language,
    audience,
    view,
    zone,
    say: (key, facts) => say(language, key, facts),
    line: (key) => say(language, key, {}),
    at: (instant) => (instant ? formatInstant(instant, zone, language) : undefined),
    utc: (instant) => (instant ? formatUtc(instant) : undefined),
    atWithUtc: (instant) => (instant ? withUtc(instant, formatInstant(instant, zone, language)) : undefined),
    due: (dueAt) => (dueAt ? withUtc(dueAt, formatDue(dueAt, zone, language)) : undefined),
    lastDay: (date) => formatLastDay(date, zone, language),
    quote: (field, text) => {
      const quoted = quotedText(text ?? '');
      if (quoted === '' || quoted === '>') throw new UnresolvedPlaceholderError('quotation', field);
      return quoted;
    },
  };
}
