import { createHmac } from 'node:crypto';

/** Characters of a digest that are kept: 48 bits, enough to see that two of one case differ. */
const KEPT = 8;

/**
 * A short digest of a text under the secret of its case, in Base64url: whoever reads it, and guesses the text, cannot tell
 * that the guess is right.
 */
export function caseDigest(caseSecret: Uint8Array, text: string): string {
  return createHmac('sha256', caseSecret).update(`told:${text}`).digest('base64url').slice(0, KEPT);
}
