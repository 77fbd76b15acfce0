import { DANGER_PATTERNS, DangerSignal } from './danger-words.ts';

/** Characters read of one text; longer texts are read in pieces that overlap. */
const WINDOW = 20_000;
const OVERLAP = 500;

const EXPRESSIONS = signalsOf().map((signal) => ({
  signal,
  expression: new RegExp(`(?<!\\p{L})(?:${DANGER_PATTERNS[signal].join('|')})(?!\\p{L})`, 'iu'),
}));

/**
 * The dangers that texts point to, in English or German, in a fixed order and without repeats. Only signals: a page
 * goes out and a trained person judges; a missing word proves nothing and a found one reports nothing.
 */
export function detectDanger(texts: readonly string[]): DangerSignal[] {
  const pieces = texts.map(normalise).flatMap(piecesOf);
  return EXPRESSIONS.filter(({ expression }) => pieces.some((piece) => expression.test(piece))).map(
    ({ signal }) => signal,
  );
}

/** Signals in their fixed order, each once. */
export function allSignals(signals: readonly DangerSignal[]): DangerSignal[] {
  return signalsOf().filter((signal) => signals.includes(signal));
}

function signalsOf(): readonly DangerSignal[] {
  return DangerSignal.options;
}

/** One form for typographic variants: composed letters, plain quotes, single spaces, no sentence marks in between. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[‘’´`]/g, "'")
    .replaceAll(/[\s,;:"„“”()[\]*_]+/g, ' ');
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start < text.length; start += WINDOW - OVERLAP) {
    pieces.push(text.slice(start, start + WINDOW));
  }
  return pieces;
}
