import { Temporal } from 'temporal-polyfill';
import type { CompletenessVerdict } from './completeness.ts';
import type { LegalBasis } from './legal-basis.ts';

/** What stands for and against acting before review. */
export interface ActFirstFacts {
  readonly verdict: CompletenessVerdict;
  /** True once the sender's identity was verified by the channel (client credentials, signature). */
  readonly authenticated: boolean;
}

/** Whether to act before anybody reviewed, or why not. */
export type ActFirst =
  | { readonly eligible: true }
  | { readonly eligible: false; readonly reason: 'basis-waits' | 'not-authenticated' | 'incomplete' };

/**
 * Judges whether a demand is acted upon before review. An order has to be authenticated; a request that the law lets be
 * acted on when valid on its face has to be complete, and its effect is reversible and reviewed by a person after it.
 */
export function judgeActFirst(basis: LegalBasis, facts: ActFirstFacts): ActFirst {
  if (basis.actFirst === 'no') return { eligible: false, reason: 'basis-waits' };
  if (basis.actFirst === 'once-authenticated' && !facts.authenticated) {
    return { eligible: false, reason: 'not-authenticated' };
  }
  return facts.verdict === 'complete' ? { eligible: true } : { eligible: false, reason: 'incomplete' };
}

/** When (RFC 3339 UTC) an effect not yet proven pages and drafts the impossibility report; null for most bases. */
export function atRiskInstant(basis: LegalBasis, receivedAt: string): string | null {
  if (basis.atRiskAfterMinutes === null) return null;
  return Temporal.Instant.from(receivedAt).add({ minutes: basis.atRiskAfterMinutes }).toString();
}
