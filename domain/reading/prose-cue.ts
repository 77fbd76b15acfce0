import { askedNearest } from './asked.ts';
import { comparable } from './comparable-line.ts';
import type { FoundUrl } from './found-url.ts';
import type { Asked } from './heading-words.ts';
import { type Passage, passageAt, sentenceAt } from './passage.ts';
import { firstMatch, phrases } from './phrase.ts';
import type { Line } from './text-lines.ts';

/** What introduces an address, and where those words are; nothing where no words do. */
export interface Cue {
  readonly asked: Asked | null;
  readonly at: Passage | null;
}

export const NO_CUE: Cue = { asked: null, at: null };

/** So many lines above an address are searched for the words that introduce it, besides other addresses and blanks. */
const LINES_ABOVE = 3;
/** So much of a long line before an address is searched. */
const WORDS_BEFORE = 200;

const BARE_LABEL = /^[ \d.)-]{0,8}(?:urls?|links?|adressen?|address(?:es)?) *:? *$/;
/** Words right before an address that is only cited: another message, or a rule. */
const CITED =
  /(?:notice|notification|take-?down|claim|report|meldung)(?: [^ ]{1,30}){0,3} (?:at|posted|published|submitted|here|under|unter)[ :(]*$|(?:policy|guide|terms|guidelines|notice|richtlinien?|see also|siehe auch)(?: [^ ]{1,30}){0,4}[ :(]+$/;
/** Words right before an address from which something was copied. */
const COPIED_FROM =
  /(?:copy|copies|clones?|duplicates?|copied|taken|stolen|ripped|derived|plagiari[sz]ed|leaked|scraped|downloaded|kopie|kopien|kopiert|übernommen|gestohlen|entnommen)(?: [^ ]{1,30}){0,2} (?:of|from|von|aus)(?: (?:the|our|my|this|der|dem|unserer|meiner))?(?: [^: ]{1,30})? *["'(<]*$/;
/** Words right behind an address that say what it does; what was done to it ("was stolen") may be said of the work. */
const COMPLAINED = phrases([
  '(?:infringes|infringing|violates|violating|defames|defamatory|libell?ous|plagiari[sz]es)',
  '(?:copies|copied|steals|stole) (?:my|our)',
  '(?:(?:tells?|spreads?) lies|false|illegal|unlawful|insults?|insulting|harass(?:es|ing))',
  '(?:verletzt|verstößt|beleidigt|beleidigung|beleidigend\\w*|verleumdet|verleumdung|verleumderisch\\w*)',
  '(?:strafbar|rechtswidrig|illegal|unwahr\\w*|veröffentlicht)',
  '(?:to be|must be|be) (?:removed|deleted|disabled|blocked|taken down)',
  '(?:zu|bitte) (?:löschen|entfernen|sperren)',
]);
const OWNED = phrases([
  '(?:is|are|was) (?:my|our|the original|an original|the official|owned)',
  '(?:ist|sind|war) (?:mein|unser|das original|die offizielle)\\w*',
  '(?:belongs|gehört) (?:to )?(?:me|us|mir|uns)',
]);

/** What the words before an address in its own line introduce, back to the address before it. */
export function cueInLine(text: string, line: Line, url: FoundUrl, before: FoundUrl | undefined): Cue {
  const start = Math.max(line.start, before?.end ?? 0, url.start - WORDS_BEFORE);
  const words = comparable(text.slice(start, url.start));
  const tail = words.slice(-120);
  const asked = CITED.test(tail) ? 'neither' : COPIED_FROM.test(tail) ? 'works' : askedNearest(words);
  return asked === null ? NO_CUE : { asked, at: passageAt(text, start, url.start) };
}

/** What the sentence behind an address says of it, up to the next address; nothing where its line ends with it. */
export function cueBehind(text: string, line: Line, url: FoundUrl, next: FoundUrl | undefined): Cue {
  if (!/[a-z]/i.test(text.slice(url.end, Math.min(line.end, url.end + 40)))) return NO_CUE;
  const sentence = sentenceAt(text, url);
  const end = Math.min(sentence.end, next?.start ?? sentence.end);
  const words = comparable(text.slice(url.end, end));
  if (end <= url.end || firstMatch(OWNED, words) !== null) return NO_CUE;
  return firstMatch(COMPLAINED, words) === null ? NO_CUE : { asked: 'items', at: passageAt(text, sentence.start, end) };
}

/** The cue that was found above an address, and the line of that address: what follows in the same list shares it. */
export interface KnownAbove {
  readonly index: number;
  readonly cue: Cue;
}

/** What the lines above the one of an address introduce: the nearest of them that introduces anything. */
export function cueAbove(
  text: string,
  lines: readonly Line[],
  url: FoundUrl,
  index: number,
  known: KnownAbove | null,
): Cue {
  let left = LINES_ABOVE;
  for (let above = index - 1; above >= 0 && left > 0; above -= 1) {
    const line = lines[above];
    if (line === undefined) continue;
    if (beginsWithUrl(line.words)) {
      if (above === known?.index) return known.cue;
      continue;
    }
    if (line.words.trim() === '') continue;
    // "URLs:" below the name of a work may introduce either.
    if (BARE_LABEL.test(line.words)) return NO_CUE;
    const words = cellAbove(lines[index], line, url) ?? line.words.slice(-2 * WORDS_BEFORE);
    const asked = askedNearest(words);
    if (asked !== null) return { asked, at: passageAt(text, line.start, line.end) };
    left -= 1;
  }
  return NO_CUE;
}

/** The cell of a table's head above the cell in which an address stands; null where the lines are no table. */
function cellAbove(row: Line | undefined, head: Line, url: FoundUrl): string | null {
  const mark = ['|', '\t'].find((one) => row?.text.includes(one) === true && head.text.includes(one));
  if (row === undefined || mark === undefined) return null;
  const column = row.text.slice(0, url.start - row.start).split(mark).length - 1;
  const cells = head.text.split(mark);
  const start = cells.slice(0, column).join(mark).length;
  return head.words.slice(start, start + (cells[column]?.length ?? 0) + 1);
}

/** A line of a list: an address, with or without a number before it, or one that the publisher took out. */
function beginsWithUrl(words: string): boolean {
  return /^[^a-z]{0,12}(?:https?:\/\/|www\.|hxxps?:|(?:private|invalid)\]\W*$)/.test(words.slice(0, 60));
}
