import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CASE_PREFIX = 'case-';

function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** What case ids begin with: the fixed part and the first random character, in order. */
export function casePrefixes(): readonly string[] {
  return [...ALPHABET].map((character) => `${CASE_PREFIX}${character}`);
}

/** Ids from the machine's source of randomness. */
export const randomIds: Ids = {
  caseId: () => `${CASE_PREFIX}${randomText(26)}`,
  reference: () => `W-${randomText(4)}-${randomText(5)}`.toUpperCase(),
  id: (prefix) => `${prefix}-${randomText(20)}`,
  number: (below) => randomInt(below),
};
