import { askedFor } from './asked.ts';
import type { Asked } from './heading-words.ts';
import type { Line } from './text-lines.ts';

/** A question, title or label, and the lines below it up to the next one. */
export interface Section {
  /** What its heading asks for; null above the first heading and below one that says nothing known. */
  readonly asked: Asked | null;
  /** The heading's lines, then those of the answer, as indexes into the lines of the message. */
  readonly heading: readonly number[];
  /** The heading in comparable form. */
  readonly words: string;
  readonly answer: readonly number[];
  /** True where the heading is set in bold, or known as a form's question. */
  readonly isForm: boolean;
}

/** A heading over several lines ends after so many. */
const MOST_LINES = 8;
/** A bold line of an answer that is no longer than this, and no question, divides the answer without ending it. */
const SUBHEADING = 60;
const LONGEST_HEADING = 600;

const MARKUP = /^[ #>*_-]*(?:[([]?(?:\d{1,3}|[a-z])[.)\]:] *)?[ *_]*(?:<a [^>]{0,300}> *|\[(?=[a-z]))?/;
const BOLD = /^ {0,3}(?:[-*] )?(?:(?:\d{1,2}[.)] ?)?\*\*|#{1,6} )/;
/** How the questions of the forms begin that are sent to platforms, where nothing sets them apart from the answers. */
const FORM_QUESTION =
  /^(?:are you the (?:copyright|owner|rights)|please (?:provide|describe|type|confirm|identify|list)|what (?:files|would|technological|changes) |have you searched|is the work licensed|do you (?:have|claim|want)|does your claim|so that (?:we|the)|identify (?:only )?the|if the original work|is there anything else|we ask that|type \(or copy|i (?:swear|have read|have taken|have a good|consent))/;
const BEGINS_WITH_ADDRESS = /^[^a-z]*https?:\/\//;
/** A statement that is no question: what follows it is text like any other. */
const STATEMENT = /^i (?:swear|have|consent)/;

/** A message with so many bold questions sets all of them in bold: a sentence like one in an answer is none. */
const BOLD_FORM = 3;

/** The questions and titles of a message with what was answered below them. The first has no heading. */
export function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const sections: Section[] = [];
  const isBoldForm = lines.filter((line) => BOLD.test(line.text) && isQuestion(line)).length >= BOLD_FORM;
  let current: Mutable = { asked: null, heading: [], words: '', answer: [], isForm: false };
  for (let index = 0; index < lines.length; index += 1) {
    const heading = headingAt(lines, index, current, isBoldForm);
    if (heading === null) {
      current.answer.push(index);
    } else {
      sections.push(current);
      current = { ...heading, answer: [] };
      index += heading.heading.length - 1;
    }
  }
  return [...sections, current];
}

type Heading = Omit<Section, 'answer'>;
type Mutable = Heading & { readonly answer: number[] };

function isQuestion(line: Line): boolean {
  return FORM_QUESTION.test(withoutMarkup(line.words));
}

function headingAt(lines: readonly Line[], index: number, current: Heading, isBoldForm: boolean): Heading | null {
  const line = lines[index];
  if (line === undefined || line.words.length > LONGEST_HEADING || line.words.trim() === '') return null;
  const isBold = BOLD.test(line.text);
  if (!isBold && (isBoldForm || !isQuestion(line))) return null;
  return formHeading(lines, index, current, isBold);
}

function formHeading(lines: readonly Line[], index: number, current: Heading, isBold: boolean): Heading | null {
  const heading = extent(lines, index, isBold);
  const words =
    (heading.length === 1 ? boldPart(lines[index]) : null) ?? heading.map((at) => lines[at]?.words ?? '').join(' ');
  if (isAnswer(words)) return null;
  const asked = askedFor(words);
  const isShort = words.trim().length <= SUBHEADING && !words.trimEnd().endsWith('?');
  // A form's own questions are long; a short bold line in an answer names a part of it.
  if (isBold && asked === null && isShort && current.asked !== null) return null;
  const isStatement = STATEMENT.test(withoutMarkup(words));
  return { asked: asked ?? (isBold ? 'neither' : null), heading, words, isForm: isBold || !isStatement };
}

/** Whether bold words are an address and no question that holds a link. */
function isAnswer(words: string): boolean {
  if (!/https?:\/\//.test(words) || /<a href|\]\(http/.test(words)) return false;
  return !words.replaceAll(/https?:\/\/\S+/g, '').includes('?');
}

/** The lines of a heading: a bold one runs to the closing mark, another to its question mark, both to a blank line. */
function extent(lines: readonly Line[], index: number, isBold: boolean): readonly number[] {
  const taken: number[] = [];
  for (let at = index; at < lines.length && taken.length < MOST_LINES; at += 1) {
    const line = lines[at];
    if (line === undefined || line.words.trim() === '' || (at > index && BEGINS_WITH_ADDRESS.test(line.words))) break;
    taken.push(at);
    if (isBold ? closesBold(line.text, at === index) : /[?:.]["*_ ]*$/.test(line.words)) break;
  }
  return taken;
}

/** The words of a line between its first marks of bold, where it has more behind them. */
function boldPart(line: Line | undefined): string | null {
  const [open, close] = [line?.text.indexOf('**') ?? -1, line?.text.lastIndexOf('**') ?? -1];
  return line === undefined || open === -1 || close <= open ? null : line.words.slice(0, close);
}

function closesBold(text: string, isFirst: boolean): boolean {
  if (/^ {0,3}#/.test(text)) return true;
  return text.indexOf('**', isFirst ? text.indexOf('**') + 2 : 0) !== -1;
}

/** The words of a line without list marks and emphasis. */
export function withoutMarkup(words: string): string {
  return words.replace(MARKUP, '');
}
