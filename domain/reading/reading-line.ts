import type { ReadElementId } from './element-words.ts';
import type { MessageKind } from './message-kind.ts';
import type { Certainty, Conclusion } from './passage.ts';
import type { Reading, ReadUrl } from './reading.ts';

/** A reading as one line among many: addresses as they are, and apart from them which of its conclusions are not sure. */
export interface ReadingLine {
  readonly kind: MessageKind;
  readonly legalBasis: Reading['legalBasis']['value'];
  readonly language: Reading['language']['value'];
  readonly items: readonly string[];
  readonly works: readonly string[];
  readonly elements: Reading['elements'];
  readonly missing: readonly ReadElementId[];
  readonly noted: readonly ReadElementId[];
  /** Addresses of which nothing says what they are. */
  readonly unclear: readonly string[];
  /** Those among the items that a person has to look at before anything is done about them. */
  readonly uncertainItems: readonly string[];
  readonly certainty: Readonly<Record<'kind' | 'legalBasis' | 'language', Certainty>>;
  readonly dates: readonly string[];
  readonly references: readonly string[];
  readonly signals: readonly string[];
  readonly cut: boolean;
}

/** A reading as one line among many. */
export function readingLine(reading: Reading): ReadingLine {
  return {
    kind: reading.kind.value,
    legalBasis: reading.legalBasis.value,
    language: reading.language.value,
    items: urls(reading.items),
    works: urls(reading.works),
    elements: reading.elements,
    missing: reading.missing,
    noted: reading.noted,
    unclear: urls(reading.unclear),
    uncertainItems: urls(reading.items.filter(({ certainty }) => certainty === 'uncertain')),
    certainty: {
      kind: reading.kind.certainty,
      legalBasis: reading.legalBasis.certainty,
      language: reading.language.certainty,
    },
    dates: values(reading.dates),
    references: values(reading.references),
    signals: values(reading.signals),
    cut: reading.cut,
  };
}

function urls(read: readonly ReadUrl[]): readonly string[] {
  return read.map(({ url }) => url);
}

function values(read: readonly Conclusion<string>[]): readonly string[] {
  return [...new Set(read.map(({ value }) => value))];
}
