import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { decrypt, deriveKey, encrypt } from './crypto.ts';

/** An execution's history as it lies under Object Lock. */
export interface SealedHistory {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The name under which the history of a run is kept. */
export function historyName(caseId: string, run: number): string {
  return `histories/${caseId}/${run}.json.enc`;
}

/** Compresses and encrypts the events of a run under a key derived from the case's secret. */
export function sealHistory(
  caseSecret: Uint8Array,
  caseId: string,
  run: number,
  events: readonly unknown[],
): SealedHistory {
  const name = historyName(caseId, run);
  const bytes = encrypt(deriveKey(caseSecret, 'histories'), gzipSync(JSON.stringify(events)), name);
  return { name, bytes };
}

/** The events of a run out of the archive. @throws Error when secret, name or bytes do not fit together */
export function openHistory(
  caseSecret: Uint8Array,
  caseId: string,
  run: number,
  sealed: Uint8Array,
): readonly unknown[] {
  const plain = decrypt(deriveKey(caseSecret, 'histories'), sealed, historyName(caseId, run));
  return z.array(z.unknown()).parse(JSON.parse(gunzipSync(plain).toString('utf8')));
}
