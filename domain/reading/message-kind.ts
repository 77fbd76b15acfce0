import * as z from 'zod';
import type { Certainty } from './passage.ts';
import type { Span } from './phrase.ts';
import { type SpokenText, saidIn } from './said.ts';

/** What a message that arrives by mail is. */
export const MessageKind = z.enum(['notice', 'counter-notice', 'withdrawal', 'order', 'other']);
export type MessageKind = z.infer<typeof MessageKind>;

/** The kind of a message and where its words show it. */
export interface KindFound {
  readonly kind: MessageKind;
  readonly certainty: Certainty;
  readonly shownAt: readonly Span[];
}

/** Whoever takes something back says so at once; further down it may be said of somebody else. */
const OPENING = 700;
const TITLE = 400;
/** Nobody says only after so many characters what a message is. */
const READ = 30_000;

/**
 * The kind of a message, from its words in comparable form. The more specific goes first: a withdrawal and a
 * counter-notice speak of a notice, too, and an order of a complaint.
 */
export function kindOf(text: SpokenText): KindFound {
  const inLaw = saidIn(text, 'complains-in-law', READ);
  const counters = saidIn(text, 'counters', READ);
  return (
    withdrawal(text, inLaw, counters) ??
    counterNotice(text, inLaw, counters) ??
    order(text, inLaw) ??
    notice(text, inLaw) ??
    found('other', 'uncertain')
  );
}

/** Two statements that the law asks of a complaint or of an answer to one make it more than a taking back of it. */
function isWhole(statements: readonly Span[]): boolean {
  return statements.length > 1;
}

function withdrawal(text: SpokenText, inLaw: readonly Span[], counters: readonly Span[]): KindFound | null {
  const [first] = saidIn(text, 'withdraws', OPENING);
  const [back] = saidIn(text, 'puts-back', 2 * OPENING);
  if (first !== undefined) {
    const isMore = isWhole(inLaw) || isWhole(counters);
    return !isMore || (back !== undefined && first.start < TITLE) ? found('withdrawal', 'sure', first) : null;
  }
  const isPlea = inLaw.length > 0 || counters.length > 0 || saidIn(text, 'names-counter', OPENING).length > 0;
  if (isPlea || text.words.length > 2 * OPENING) return null;
  const [shown] = [...saidIn(text, 'names-withdrawal', OPENING), ...(back === undefined ? [] : [back])];
  return shown === undefined ? null : found('withdrawal', 'uncertain', shown);
}

function counterNotice(text: SpokenText, inLaw: readonly Span[], counters: readonly Span[]): KindFound | null {
  const [first, second] = counters;
  // Two of its statements stand in no notice, while a counter-notice may repeat a whole notice below.
  if (first !== undefined && second !== undefined) return found('counter-notice', 'sure', first, second);
  const [title] = saidIn(text, 'names-counter', TITLE);
  if (title !== undefined && !isWhole(inLaw)) return found('counter-notice', first ? 'sure' : 'likely', title);
  if (first === undefined || inLaw.length > 0 || saidIn(text, 'complains', READ).length > 2) return null;
  return found('counter-notice', 'uncertain', first);
}

function order(text: SpokenText, inLaw: readonly Span[]): KindFound | null {
  if (isWhole(inLaw)) return null;
  const [ordered, again] = saidIn(text, 'orders', READ);
  if (inLaw.length > 0 && again === undefined) return null;
  const [named] = ordered === undefined ? saidIn(text, 'names-order', OPENING) : [];
  if (ordered === undefined && named === undefined) return null;
  const [authority] = saidIn(text, 'of-authority', READ);
  if (ordered !== undefined && authority !== undefined) return found('order', 'sure', ordered, authority);
  if (ordered !== undefined && again !== undefined) return found('order', 'likely', ordered, again);
  return named === undefined || authority === undefined ? null : found('order', 'uncertain', named, authority);
}

function notice(text: SpokenText, inLaw: readonly Span[]): KindFound | null {
  const [statement] = inLaw;
  if (statement !== undefined) return found('notice', 'sure', statement);
  const [first, second] = saidIn(text, 'complains', READ);
  const [demand] = saidIn(text, 'demands', READ);
  if (first === undefined) return null;
  if (demand !== undefined && text.namesPlace) return found('notice', 'likely', first, demand);
  if (demand === undefined && !text.namesPlace) return null;
  return found('notice', 'uncertain', first, demand ?? second ?? first);
}

function found(kind: MessageKind, certainty: Certainty, ...shownAt: readonly Span[]): KindFound {
  return { kind, certainty, shownAt };
}
