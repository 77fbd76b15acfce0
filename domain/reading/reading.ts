import type { DangerSignal } from '../danger-words.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { Language } from '../party.ts';
import type { ReadElementId } from './element-words.ts';
import type { MessageKind } from './message-kind.ts';
import type { Certainty, Conclusion, Passage } from './passage.ts';

/** An address that a message names, and why it is what it is taken for. */
export interface ReadUrl {
  readonly url: string;
  readonly certainty: Certainty;
  readonly passages: readonly Passage[];
}

/** An element that a message holds. */
export interface ReadElement {
  readonly certainty: Certainty;
  readonly passage: Passage;
}

/**
 * What was read out of a message. Nothing in it is decided: it proposes, cites the passage of each conclusion, and a
 * person can correct all of it (`correctReading`).
 */
export interface Reading {
  readonly kind: Conclusion<MessageKind>;
  /** Null where nothing is demanded. */
  readonly legalBasis: Conclusion<LegalBasisId | null>;
  /** Null where the words do not tell. */
  readonly language: Conclusion<Language | null>;
  /** The addresses complained of; of a counter-notice or withdrawal, those to be put back. Each once. */
  readonly items: readonly ReadUrl[];
  /** The addresses of the claimant's own work. */
  readonly works: readonly ReadUrl[];
  /** Addresses of which nothing says whether they are one or the other: a person has to. */
  readonly unclear: readonly ReadUrl[];
  readonly elements: Readonly<Partial<Record<ReadElementId, ReadElement>>>;
  /** What the legal basis asks for and nothing shows. */
  readonly missing: readonly ReadElementId[];
  /** What it asks for as a form only and nothing shows. */
  readonly noted: readonly ReadElementId[];
  readonly dates: readonly Conclusion<string>[];
  readonly references: readonly Conclusion<string>[];
  /** Signals for a person, who is called; nothing is reported by them alone. */
  readonly signals: readonly Conclusion<DangerSignal>[];
  /** True where the message was longer than what is read of one. */
  readonly cut: boolean;
}
