import { saysNoConsent } from '../consent-words.ts';
import { ELEMENT_WORDS, type ReadElementId } from './element-words.ts';
import { passageAt, sentenceAt } from './passage.ts';
import { firstMatch, phrases, type Span } from './phrase.ts';
import type { ReadElement } from './reading.ts';
import type { TakenApart } from './taken-apart.ts';

/** A label's answer begins in its line or at most so many lines below it, blank ones included. */
const LINES_BELOW = 3;
const compiled = new Map<string, RegExp>();

/** The first place at which a message shows an element by its words; null where none does. */
export function findElement(element: ReadElementId, message: TakenApart, words: string): ReadElement | null {
  if (element === 'non-consent') return noConsent(message);
  const table = ELEMENT_WORDS[element];
  if (table === undefined) return null;
  const certainty = table.certainty ?? 'sure';
  const said = table.says === undefined ? null : firstMatch(expression(`${element} says`, table.says), words);
  if (said !== null) return { certainty, passage: sentenceAt(message.text, said) };
  const answer = table.asks === undefined ? null : answerTo(expression(`${element} asks`, table.asks), message, words);
  if (answer !== null) return { certainty, passage: passageAt(message.text, answer.start, answer.end) };
  const isReached = element === 'email' || element === 'contact';
  const address = isReached ? mailAddressIn(message.text) : null;
  return address === null
    ? null
    : { certainty: 'likely', passage: passageAt(message.text, address.start, address.end) };
}

/** The first mail address that stands anywhere in a text. */
function mailAddressIn(text: string): Span | null {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = /[\w.+-]{1,64}$/.exec(text.slice(Math.max(0, at - 64), at));
    const host = /^@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/.exec(text.slice(at, at + 260));
    if (name !== null && host !== null) return { start: at - name[0].length, end: at + host[0].length };
  }
  return null;
}

function expression(key: string, list: readonly string[]): RegExp {
  const known = compiled.get(key) ?? phrases(list);
  compiled.set(key, known);
  return known;
}

function noConsent({ text, lines }: TakenApart): ReadElement | null {
  const line = lines.find(({ text }) => saysNoConsent(text.slice(0, 5_000)));
  return line === undefined ? null : { certainty: 'likely', passage: passageAt(text, line.start, line.end) };
}

/** The words behind a label, or below it, from the label on. */
function answerTo(label: RegExp, message: TakenApart, words: string): Span | null {
  let at = firstMatch(label, words);
  for (let tries = 0; at !== null && tries < 5; tries += 1) {
    const end = endOfAnswer(at.end, message);
    if (end !== null) return { start: at.start + words.slice(at.start, at.end).search(/[^ ]/), end };
    at = firstMatch(label, words, at.end);
  }
  return null;
}

function endOfAnswer(from: number, { text, lines, sections }: TakenApart): number | null {
  const index = lines.findIndex(({ end }) => end >= from);
  const line = lines[index];
  if (line === undefined) return null;
  const section = sections.find(({ isForm, heading }) => isForm && heading.includes(index));
  if (section !== undefined) {
    const answer = section.answer.find((at) => hasWords(lines[at]?.text ?? ''));
    return answer === undefined ? null : (lines[answer]?.end ?? null);
  }
  if (hasWords(text.slice(from, Math.min(line.end, from + 500)))) return line.end;
  const below = lines.slice(index + 1, index + 1 + LINES_BELOW).find((one) => hasWords(one.text.slice(0, 500)));
  return below?.end ?? null;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
