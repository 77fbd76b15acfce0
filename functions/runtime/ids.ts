import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** Ids from the machine's source of randomness. */
export const randomIds: Ids = {
  caseId: () => `case-${randomText(26)}`,
  reference: () => `W-${randomText(4)}-${randomText(5)}`.toUpperCase(),
  id: (prefix) => `${prefix}-${randomText(20)}`,
  number: (below) => randomInt(below),
};
