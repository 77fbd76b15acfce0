import type { NoticeBody } from './to-request.ts';

/** A body that was sent, and the key that it was sent with. */
export interface SentBody {
  readonly key: string;
  readonly text: string;
}

/** The key to send a body with: the one before where the body is the same, since that may have arrived; else a new one. */
export function keyFor(body: NoticeBody, before: SentBody | null, makeKey: () => string): SentBody {
  const text = JSON.stringify(body);
  return before !== null && before.text === text ? before : { key: makeKey(), text };
}
