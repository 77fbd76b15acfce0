import * as z from 'zod';

/** How far a conclusion can be trusted: its own words say so, its place or context says so, or a person has to look. */
export const Certainty = z.enum(['sure', 'likely', 'uncertain', 'corrected']);
export type Certainty = z.infer<typeof Certainty>;

/** A part of the text that shows something: offsets in UTF-16 units of the text that was read, and the words there. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A conclusion with the passages that show it; none where nothing in the text does. */
export interface Conclusion<Value> {
  readonly value: Value;
  readonly certainty: Certainty;
  readonly passages: readonly Passage[];
}

/** Longest text of a passage, in characters: enough to recognise it, not a copy of the message. */
const LONGEST = 240;

/** The passage of a text between two offsets, cut where it would be a copy of the message. */
export function passageAt(text: string, start: number, end: number): Passage {
  const shown = text.slice(start, Math.min(end, start + LONGEST));
  return { start, end, text: end - start > LONGEST ? `${shown}…` : shown };
}

/** So far on each side of some words the sentence around them is looked for. */
const SENTENCE = 160;

/** The sentence in which some words stand, as far as it is no longer than a passage. */
export function sentenceAt(text: string, { start, end }: { readonly start: number; readonly end: number }): Passage {
  const earliest = Math.max(0, start - SENTENCE);
  let from = start;
  while (from > earliest && !endsSentence(text, from - 1)) from -= 1;
  while (from < start && /\s/.test(text.charAt(from))) from += 1;
  const latest = Math.min(text.length, end + SENTENCE);
  let to = end;
  while (to < latest && !endsSentence(text, to)) to += 1;
  if (to < latest && text.charAt(to) !== '\n') to += 1;
  while (to > end && /\s/.test(text.charAt(to - 1))) to -= 1;
  return passageAt(text, from, to);
}

/** Whether a sentence ends with the character at an offset: a mark before a space, or the line before an empty one. */
function endsSentence(text: string, at: number): boolean {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  if (character === '\n') return next === '\n' || next === '\r';
  return '.!?'.includes(character) && (next === '' || next === ' ' || next === '\n' || next === '\r');
}
