import type { Certainty } from './passage.ts';
import type { Span } from './phrase.ts';

/** A civil date in a text (ISO 8601) and where it stands. */
export interface DateFound extends Span {
  readonly date: string;
  /** `uncertain` where day and month could be the other way round. */
  readonly certainty: Certainty;
}

/** More dates of one message tell nothing more. */
const MOST = 30;

const MONTHS: readonly string[] = [
  'jan(?:uary|uar)?',
  'feb(?:ruary|ruar)?',
  'mar(?:ch)?|märz|mrz',
  'apr(?:il)?',
  'ma[yi]',
  'june?|juni',
  'july?|juli',
  'aug(?:ust)?',
  'sep(?:t(?:ember)?)?',
  'o[ck]t(?:ober)?',
  'nov(?:ember)?',
  'de[cz](?:ember)?',
];
const MONTH = `(${MONTHS.map((month) => `(?:${month})`).join('|')})`;
const MONTH_TESTS = MONTHS.map((month) => new RegExp(`^(?:${month})$`));
const YEAR = /\d{4}/;
const EDGE = '(?<![\\w/.-])';
// Behind the date of an instant stands a `t`.
const NUMERIC = new RegExp(
  `${EDGE}(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})([./])(\\d{1,2})\\5(\\d{4}))(?![a-su-z0-9_/-])`,
  'g',
);
const WRITTEN = new RegExp(
  `${EDGE}(?:(\\d{1,2})(?:\\.|st|nd|rd|th)? {1,3}(?:of )?${MONTH}\\.?,? {1,3}(\\d{4})|${MONTH}\\.? {1,3}(\\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\\d{4}))(?!\\w)`,
  'g',
);

/** The dates of a text in comparable form, in order of their places: numbers, and months in English or German words. */
export function datesIn(words: string): readonly DateFound[] {
  if (!YEAR.test(words)) return [];
  const found = [...matches(words, NUMERIC, numeric), ...matches(words, WRITTEN, written)];
  return found.toSorted((one, other) => one.start - other.start).slice(0, MOST);
}

type Read = { readonly year: string; readonly month: number; readonly day: number; readonly certainty: Certainty };

function matches(words: string, expression: RegExp, read: (match: RegExpExecArray) => Read): readonly DateFound[] {
  const found: DateFound[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(words); match !== null && found.length < MOST; match = expression.exec(words)) {
    const { year, month, day, certainty } = read(match);
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (isDate(date)) found.push({ date, certainty, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function numeric([, year, month, day, first, mark, second, lastYear]: RegExpExecArray): Read {
  if (year !== undefined) return { year, month: Number(month), day: Number(day), certainty: 'sure' };
  const [one, two] = [Number(first), Number(second)];
  // With points the day comes first; with slashes it depends on the country, unless one number is no month.
  const dayFirst = mark === '.' || one > 12;
  const isClear = mark === '.' || one > 12 || two > 12 || one === two;
  return {
    year: lastYear ?? '',
    month: dayFirst ? two : one,
    day: dayFirst ? one : two,
    certainty: isClear ? 'sure' : 'uncertain',
  };
}

function written([, day, month, year, otherMonth, otherDay, otherYear]: RegExpExecArray): Read {
  const name = month ?? otherMonth ?? '';
  return {
    year: year ?? otherYear ?? '',
    month: MONTH_TESTS.findIndex((test) => test.test(name)) + 1,
    day: Number(day ?? otherDay),
    certainty: 'sure',
  };
}

function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
