import { createHash } from 'node:crypto';
import type { LegalBasis } from '#domain/legal-basis';
import { isRetained } from '#domain/retention';
import { type Answer, problem } from '#runtime/problem';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';

/** What looking for an order by its reference uses. */
export interface KnownOrderDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'findOrder'>;
  readonly clock: Clock;
}

/** What is known of a reference: the answer to whoever uses it again, or the case that it no longer stands for. */
export type Reference =
  | { readonly kind: 'known'; readonly answer: Answer }
  | { readonly kind: 'free'; readonly replaces: string | null };

/**
 * The key by which an authority's order is remembered: a hash over its id and the reference, however that is spaced.
 * Null for an order without one, which nothing tells from another.
 */
export function orderKey(authorityId: string, reference: string | null | undefined): string | null {
  const written = (reference ?? '').normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
  if (written === '') return null;
  return createHash('sha256')
    .update(JSON.stringify([authorityId, written]))
    .digest('hex');
}

/**
 * What is to be answered to an order whose reference its authority has used: the same receipt for the same body, and
 * for another body the way to amend. The reference of an order that was withdrawn, or is kept no more, is free again.
 */
export async function lookUpReference(
  { cases, clock }: KnownOrderDependencies,
  basis: LegalBasis,
  key: string | null,
  bodySha256: string,
): Promise<Reference> {
  const known = key === null ? null : await cases.findOrder(key);
  if (known === null) return { kind: 'free', replaces: null };
  const { caseId } = known;
  const record = await cases.load(caseId);
  const over = record === null || record.outcome === 'withdrawn' || !isRetained(record, basis, clock.now());
  if (over) return { kind: 'free', replaces: caseId };
  if (known.bodySha256 === bodySha256) {
    return { kind: 'known', answer: { status: 202, body: JSON.parse(known.answer) } };
  }
  const route = `/v1/orders/${caseId}/amendment`;
  const detail = `This reference stands for another order of yours, ${caseId}. Change that one: POST ${route}.`;
  const faults = [{ path: 'reference', message: 'used by an order with another body' }];
  return { kind: 'known', answer: problem(409, detail, faults, { caseId, amendment: route }) };
}
