import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The access token of one person to one case: the person's id and an HMAC over case and person under the case's
 * secret. It is derived, so a replayed answer holds the same token and none is ever stored.
 */
export function caseToken(caseSecret: Uint8Array, caseId: string, personId: string): string {
  const mac = createHmac('sha256', caseSecret).update(`access-token:${caseId}:${personId}`).digest('base64url');
  return `${personId}.${mac}`;
}

/** The person a token gives access to, or null when it is not a token of this case. */
export function personOfToken(caseSecret: Uint8Array, caseId: string, token: string): string | null {
  const [personId = ''] = token.split('.');
  const expected = Buffer.from(caseToken(caseSecret, caseId, personId));
  const sent = Buffer.from(token);
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? personId : null;
}
