import { Temporal } from 'temporal-polyfill';
import type { Lease } from './case.ts';

/** Minutes for which a claim holds without a heartbeat. */
export const LEASE_MINUTES = 10;

/** Who claims, and when. */
export interface LeaseClaim {
  readonly leaseId: string;
  readonly holder: string;
  readonly holderRole: string;
  /** RFC 3339. */
  readonly now: string;
}

/** A lease as it is afterwards (null: nobody works on the case), or why it stays as it is. */
export type LeaseResult =
  | { readonly kind: 'held'; readonly lease: Lease }
  | { readonly kind: 'free' }
  | { readonly kind: 'refused'; readonly reason: 'held-by-another' | 'not-held' | 'stale' };

/** Tells whether a lease still holds at `now` (RFC 3339); it ends at the very instant of its expiry. */
export function leaseHolds(lease: Lease | null, now: string): lease is Lease {
  return lease !== null && Temporal.Instant.compare(lease.expiresAt, now) > 0;
}

/** The subject of whoever works on a case at `now` (RFC 3339); null when nobody does. */
export function holderOf(lease: Lease | null, now: string): string | null {
  return leaseHolds(lease, now) ? lease.holder : null;
}

/** Claims a case. Its own holder claims anew under the same id; a lease that has run out is anybody's. */
export function claimLease(current: Lease | null, claim: LeaseClaim): LeaseResult {
  if (!leaseHolds(current, claim.now)) return { kind: 'held', lease: newLease(claim) };
  if (current.holder !== claim.holder) return { kind: 'refused', reason: 'held-by-another' };
  return { kind: 'held', lease: { ...newLease(claim), leaseId: current.leaseId } };
}

/** Extends a lease by its full length from `now`: the heartbeat of whoever works on the case. */
export function extendLease(current: Lease | null, leaseId: string, holder: string, now: string): LeaseResult {
  const refusal = checkLease(current, leaseId, holder, now);
  if (refusal !== null || current === null) return { kind: 'refused', reason: refusal ?? 'not-held' };
  return { kind: 'held', lease: { ...current, expiresAt: expiryAfter(now) } };
}

/** Releases a lease. */
export function releaseLease(current: Lease | null, leaseId: string, holder: string, now: string): LeaseResult {
  const refusal = checkLease(current, leaseId, holder, now);
  return refusal === null ? { kind: 'free' } : { kind: 'refused', reason: refusal };
}

/** Why somebody may not act under a lease, or null when they may. */
export function checkLease(
  current: Lease | null,
  leaseId: string,
  holder: string,
  now: string,
): 'held-by-another' | 'not-held' | 'stale' | null {
  if (current === null) return 'not-held';
  if (current.holder !== holder) return leaseHolds(current, now) ? 'held-by-another' : 'not-held';
  return current.leaseId === leaseId && leaseHolds(current, now) ? null : 'stale';
}

function newLease(claim: LeaseClaim): Lease {
  return {
    leaseId: claim.leaseId,
    holder: claim.holder,
    holderRole: claim.holderRole,
    expiresAt: expiryAfter(claim.now),
  };
}

function expiryAfter(now: string): string {
  return Temporal.Instant.from(now).add({ minutes: LEASE_MINUTES }).toString({ fractionalSecondDigits: 3 });
}
