import type { LegalBasisId } from '../legal-basis.ts';
import { BASIS_WORDS } from './basis-words.ts';
import type { MessageKind } from './message-kind.ts';
import type { Certainty } from './passage.ts';
import { firstMatch, phrases, type Span } from './phrase.ts';

/** A legal basis and where the words are that name it. */
export interface BasisFound {
  readonly legalBasis: LegalBasisId | null;
  readonly certainty: Certainty;
  readonly shownAt: readonly Span[];
}

/** Nobody names the law only after so many characters. */
const READ = 60_000;

const TABLE = BASIS_WORDS.map(({ legalBasis, isOrder, named, meant }) => ({
  legalBasis,
  isOrder,
  named: phrases(named),
  meant: meant.length === 0 ? null : phrases(meant),
}));

/**
 * The legal basis of a message of a kind, from its words in comparable form: the first law that it names, else what it
 * is about, else what such a message is without either: an order under Art 9 DSA, a notice under Art 16 DSA.
 */
export function basisOf(words: string, kind: MessageKind): BasisFound {
  const part = words.slice(0, READ);
  const table = TABLE.filter(({ isOrder }) => isOrder === (kind === 'order'));
  for (const { legalBasis, named } of table) {
    const at = firstMatch(named, part);
    if (at !== null) return { legalBasis, certainty: kind === 'other' ? 'uncertain' : 'sure', shownAt: [at] };
  }
  if (kind === 'other') return { legalBasis: null, certainty: 'uncertain', shownAt: [] };
  for (const { legalBasis, meant } of table) {
    const at = meant === null ? null : firstMatch(meant, part);
    if (at !== null) return { legalBasis, certainty: 'likely', shownAt: [at] };
  }
  return { legalBasis: withoutWords(kind), certainty: 'uncertain', shownAt: [] };
}

function withoutWords(kind: MessageKind): LegalBasisId | null {
  switch (kind) {
    case 'order':
      return 'DSA_ART9';
    case 'notice':
      return 'DSA_ART16';
    case 'counter-notice':
      return 'US_DMCA_512';
    case 'withdrawal':
    case 'other':
      return null;
    default:
      return kind satisfies never;
  }
}
