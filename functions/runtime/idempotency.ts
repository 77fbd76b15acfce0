import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CaseStore, IdempotentAnswer } from '../ports/case-store.ts';
import { type Answer, problem } from './problem.ts';

/** 22 characters of Base64 hold 128 bits; a key is one line of printable ASCII without spaces. */
const KEY_FORM = /^[!-~]{22,256}$/;
/** So few different characters that 128 random bits practically never come out with fewer, in hexadecimal or beyond. */
const FEWEST_DISTINCT = 8;

/** What an Idempotency-Key has to look like, for the reference; `isUnguessable` is what counts. */
export const IDEMPOTENCY_KEY = {
  pattern: KEY_FORM.source,
  description:
    'At least 128 random bits, such as a UUID: 22 to 256 printable ASCII characters without spaces, at least ' +
    `${FEWEST_DISTINCT} of them different. The same key with the same body gives the same answer for 24 hours.`,
} as const;

function isUnguessable(key: string): boolean {
  return KEY_FORM.test(key) && new Set(key).size >= FEWEST_DISTINCT;
}

/**
 * The key under which an answer is kept: a hash over caller, route, path and what the caller sent; null when nothing
 * was sent; a problem document when it cannot be unguessable.
 */
export function idempotencyKey(
  sent: string | undefined,
  caller: string,
  operationId: string,
  path: string,
): string | null | Answer {
  if (sent === undefined) return null;
  if (!isUnguessable(sent)) {
    return problem(400, 'An Idempotency-Key holds at least 128 random bits, such as a UUID.', [
      {
        path: 'Idempotency-Key',
        message: `22 to 256 printable characters without spaces, at least ${FEWEST_DISTINCT} of them different`,
      },
    ]);
  }
  return createHash('sha256')
    .update(JSON.stringify([caller, operationId, path, sent]))
    .digest('hex');
}

/** An answer to keep: as JSON text, so that it is given again byte by byte. */
export function keepable(key: string, bodySha256: string, status: number, answer: unknown): IdempotentAnswer {
  return { key, bodySha256, status, answer: JSON.stringify(answer) };
}

/** Turns a kept answer into the full one, with what was too secret to keep. */
export type Replay = (kept: IdempotentAnswer) => Promise<unknown>;

/** The answer kept under a key: the same again for the same body, 422 for another; null when there is none. */
export async function keptAnswer(
  answers: Pick<CaseStore, 'findAnswer'>,
  key: string,
  bodySha256: string,
  replay: Replay,
): Promise<Answer | null> {
  const kept = await answers.findAnswer(key);
  if (kept === null) return null;
  if (kept.bodySha256 !== bodySha256) {
    return problem(422, 'This Idempotency-Key was used with another body. Use a new key for a new request.');
  }
  const answer: unknown = JSON.parse(z.string().parse(kept.answer));
  return { status: kept.status, body: await replay({ ...kept, answer }) };
}
