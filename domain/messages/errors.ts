/** Thrown when a sentence or a document needs a fact that is absent or not cleared for its reader: nothing is sent. */
export class UnresolvedPlaceholderError extends Error {
  override readonly name = 'UnresolvedPlaceholderError';
  readonly sentence: string;
  readonly placeholder: string;

  constructor(sentence: string, placeholder: string) {
    super(`"${sentence}" needs the fact "${placeholder}", which is absent or not cleared for this reader`);
    this.sentence = sentence;
    this.placeholder = placeholder;
  }
}

/** Thrown when a message is asked for that its reader must not or need not get: nothing is sent. */
export class MessageNotPermittedError extends Error {
  override readonly name = 'MessageNotPermittedError';
  readonly reason: NotPermittedReason;

  constructor(reason: NotPermittedReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }
}

/**
 * Why a message is not permitted: wrong reader; a secrecy period still runs; the law provides another document;
 * a report would state what is not proven; the kind has no rendering.
 */
export type NotPermittedReason = 'wrong-audience' | 'non-disclosure' | 'wrong-document' | 'unproven' | 'not-rendered';
