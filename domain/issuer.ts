import type { Issuer, LegalBasis } from './legal-basis.ts';
import { EU_MEMBER_STATES } from './territory.ts';

/**
 * Where the order of an authority comes from: as its basis says, or by the authority's country, of which an unknown one
 * is none of the Union. Null for a demand that is no order.
 * @param authorityCountry ISO 3166-1, or null when the register does not know the authority
 */
export function issuerOf({ issuer }: Pick<LegalBasis, 'issuer'>, authorityCountry: string | null): Issuer | null {
  if (issuer !== 'by-authority') return issuer;
  return EU_MEMBER_STATES.some((state) => state === authorityCountry) ? 'union' : 'third-country';
}

/** A basis with only the messages and clocks of orders that come from there. */
export function narrowedTo(basis: LegalBasis, issuer: Issuer | null): LegalBasis {
  if (basis.issuer !== 'by-authority') return basis;
  const applies = (rule: { readonly issuer?: Issuer | undefined }): boolean =>
    rule.issuer === undefined || rule.issuer === issuer;
  return {
    ...basis,
    clocks: basis.clocks.filter(applies),
    notifications: basis.notifications.filter(applies),
    trigger: issuer === 'union' ? null : basis.trigger,
  };
}
