import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CaseStore, IdempotentAnswer } from '../ports/case-store.ts';
import { type Answer, problem } from './problem.ts';

const SHORTEST_KEY = 22;
const LONGEST_KEY = 256;

/**
 * The key under which an answer is kept: a hash over caller, route, path and what the caller sent; null when nothing
 * was sent; a problem document when it is too short to be unguessable.
 */
export function idempotencyKey(
  sent: string | undefined,
  caller: string,
  operationId: string,
  path: string,
): string | null | Answer {
  if (sent === undefined) return null;
  if (sent.length < SHORTEST_KEY || sent.length > LONGEST_KEY) {
    return problem(400, 'An Idempotency-Key holds at least 128 random bits, such as a UUID.', [
      { path: 'Idempotency-Key', message: `between ${SHORTEST_KEY} and ${LONGEST_KEY} characters` },
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
