import type { DecisionDocument, DecisionRecord, DecisionRequest } from '#domain/decision';
import { personalText } from '#domain/transparency-database/personal-search';
import type { FactSheet } from './fact-sheet.ts';
import { leakSearch } from './find-leaks.ts';

/** Who reads what a person of ours wrote; `public` is everybody, by the DSA Transparency Database. */
export type WordReader = 'sender' | 'authority' | 'uploader' | 'public';

/** A text that a person of ours wrote: where it stands in the request, and who is told it. */
export interface ToldWords {
  readonly path: string;
  readonly text: string;
  readonly readers: readonly WordReader[];
}

/** A text that its reader must not get: of which field of the fact sheet it holds something, never what. */
export interface LeakingWords {
  readonly path: string;
  readonly reader: WordReader;
  readonly field: string;
}

/** Who is told of a decision: the one who asked, and whether the uploader is told its words and everybody reads them. */
export interface DecisionReaders {
  readonly asker: 'sender' | 'authority';
  readonly uploader: boolean;
  readonly public: boolean;
}

type Written = Pick<DecisionRequest, 'ground' | 'facts' | 'items'> &
  Partial<Pick<DecisionRequest, 'outcome'>> &
  Pick<DecisionDocument, 'reason'>;

/** What of a decision's words is told to whom, as its messages have it. */
export function wordsOfDecision(
  effect: DecisionRecord['effect'],
  { outcome, ground, facts, items, reason: whyReversed = '' }: Written,
  { asker, ...told }: DecisionReaders,
): readonly ToldWords[] {
  const explanation = { path: 'ground.explanation', text: ground?.explanation ?? '' };
  const written = { path: 'facts', text: facts };
  const why = facts.trim() === '' ? explanation : written;
  const others = (['uploader', 'public'] as const).filter((reader) => told[reader]);
  const provision = { path: 'ground.provision', text: ground?.provision ?? '' };
  const reasons = items.map(({ reason = '' }, index) => ({
    ...{ path: `items.${index}.reason`, text: reason },
    readers: [asker],
  }));
  switch (effect) {
    case 'restrict':
      return worded([
        { ...provision, readers: [asker, ...others] },
        { ...explanation, readers: asker === 'sender' ? [asker, ...others] : others },
        { ...written, readers: others },
        ...reasons,
      ]);
    case 'confirm':
      return worded([{ ...provision, readers: [asker] }, { ...why, readers: [asker] }, ...reasons]);
    case 'none':
    case 'uphold':
      return worded([
        { ...why, readers: [asker] },
        { ...provision, readers: outcome === 'refused' ? [asker] : [] },
      ]);
    case 'overturn':
    case 'reverse': {
      const lifting = { readers: [asker, ...others.filter((reader) => reader === 'uploader')] };
      const decided = worded([
        { ...explanation, ...lifting },
        { ...written, ...lifting },
      ]);
      return decided.length > 0 ? decided : worded([{ path: 'reason', text: whyReversed, ...lifting }]);
    }
    case 'disclose':
      return [];
  }
}

function worded(texts: readonly ToldWords[]): readonly ToldWords[] {
  return texts.filter(({ text, readers }) => text.trim() !== '' && readers.length > 0);
}

/** The texts that hold what their reader is not cleared for, by the facts that each reader's messages are written from. */
export function leakingWords(
  texts: readonly ToldWords[],
  factsOf: (reader: WordReader) => FactSheet,
): readonly LeakingWords[] {
  const readers = [...new Set(texts.flatMap((told) => told.readers))];
  return readers.flatMap((reader) => {
    const fieldsIn = searchFor(reader, factsOf(reader));
    const read = texts.filter((told) => told.readers.includes(reader));
    return read.flatMap(({ path, text }) => fieldsIn(text).map((field) => ({ path, reader, field })));
  });
}

function searchFor(reader: WordReader, facts: FactSheet): (text: string) => readonly string[] {
  if (reader === 'public') {
    const isPersonal = personalText(facts);
    return (text) => (isPersonal(text) ? ['personal'] : []);
  }
  const search = leakSearch(facts, reader);
  return (text) => [...new Set(search({ subject: '', text }).map(({ field }) => field))];
}
