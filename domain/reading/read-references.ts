import { withoutTail } from './found-url.ts';
import { phrases, type Span } from './phrase.ts';

/** A file reference or case number in a text and where it stands. */
export interface ReferenceFound extends Span {
  readonly reference: string;
}

const MOST = 20;
const LONGEST = 40;

const LABEL = phrases([
  '(?:az|aktenzeichen|geschäftszeichen|geschäftsnummer|gesch\\.-?nr|gz|vorgangsnummer|vorgang|ihr zeichen|unser zeichen|mein zeichen)\\.? ?:?',
  '(?:our|your|file|case|docket|claim|order|internal|notice) (?:ref(?:erence)?|no|number|id|nr)\\.?(?: (?:no|number)\\.?)? ?:?',
  '(?:ref(?:erence)?|ticket|case|docket|aktenz)(?: (?:no|number|id|nr))?\\.? ?[:#]',
]);
/** `324 O 123/26`: chamber, register, number and year, as German courts count their files. */
const COURT_FILE = /(?<![\w/])\d{1,4} (?:[A-Z][A-Za-z]{0,4}|[a-z]{1,3}) \d{1,6}\/\d{2}(?!\d)/g;

/** The references of a text in order of their places; `words` is its comparable form. */
export function referencesIn(text: string, words: string): readonly ReferenceFound[] {
  const found = [...labelled(text, words), ...courtFiles(text)].toSorted((one, other) => one.start - other.start);
  return found.filter(({ start }, index) => !found.slice(0, index).some((before) => start < before.end)).slice(0, MOST);
}

function labelled(text: string, words: string): readonly ReferenceFound[] {
  const found: ReferenceFound[] = [];
  LABEL.lastIndex = 0;
  for (let match = LABEL.exec(words); match !== null && found.length < MOST; match = LABEL.exec(words)) {
    const from = match.index + match[0].length;
    const value = /^[ *#:]{0,6}([^\n\r,;]{1,200})/.exec(text.slice(from, from + 210))?.[1] ?? '';
    const reference = withoutTail(value.slice(0, LONGEST).split(/ {2}|\t| (?:vom|dated|of) /)[0] ?? '', ' .:*)');
    if (!/\d/.test(reference)) continue;
    const start = text.indexOf(reference, from);
    found.push({ reference, start, end: start + reference.length });
  }
  return found;
}

function courtFiles(text: string): readonly ReferenceFound[] {
  const found: ReferenceFound[] = [];
  COURT_FILE.lastIndex = 0;
  for (let match = COURT_FILE.exec(text); match !== null && found.length < MOST; match = COURT_FILE.exec(text)) {
    found.push({ reference: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}
