import { createHmac, hkdfSync } from 'node:crypto';
import type { Commitment } from '#domain/audit-event';
import { canonicalJson } from '#domain/canonical-json';

/** The name in an evidence bundle of a kept document: its key without the case, with dots between its parts. */
export function payloadIdOf(documentKey: string): string {
  return documentKey.split('/').slice(1).join('.');
}

/**
 * A commitment to a document kept encrypted: an HMAC-SHA-256 over its canonical JSON, under a key derived from the
 * case's secret for that payload alone, so that one payload can be shown without the others.
 */
export function commitTo(caseSecret: Uint8Array, documentKey: string, value: unknown): Commitment {
  const payloadId = payloadIdOf(documentKey);
  const key = new Uint8Array(hkdfSync('sha256', caseSecret, new Uint8Array(), `payload:${payloadId}`, 32));
  return {
    payloadId,
    hmacSha256: createHmac('sha256', key)
      .update(canonicalJson(toPlain(value)))
      .digest('hex'),
  };
}

/** A value as it will be read back from its JSON. */
function toPlain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
