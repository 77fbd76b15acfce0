import type { EntryRefusal } from '#domain/clock-entry';

/** Why an entry is not taken, in a sentence for whoever made it. */
export const REFUSALS: Readonly<Record<EntryRefusal, string>> = {
  'rule-knows-none': 'The law of this clock knows no such change: "case show" names its rule and source.',
  'not-reported-before': 'It was not reported before the obstacle ended, so the period goes on as it was.',
  'after-the-end': 'The period was over by then, which nothing lengthens any more.',
  'not-later': 'It would end no later than before.',
  'ends-before-it-begins': 'It ends before it begins.',
  'no-pause': 'The clock is not paused at that time.',
  'paused-already': 'The clock is paused already at that time.',
};
