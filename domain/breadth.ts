import type { Ground } from './decision.ts';
import type { LegalBasis } from './legal-basis.ts';
import { EU_MEMBER_STATES, isWithin } from './territory.ts';

/** Where a demand has effect, and whether that is what it asks, or a default since it names nothing or asks too much. */
export interface DemandedScope {
  readonly territories: readonly string[];
  readonly because: 'asked' | 'names-none' | 'asks-too-much';
}

/** Where a demand that asks for `asked` has effect: there, else where the basis says; never wider than that allows. */
export function demandedScope({ territory }: LegalBasis, asked: readonly string[]): DemandedScope {
  if (asked.length === 0) return { territories: territory.default, because: 'names-none' };
  if (!isWithin(asked, territory.widest)) return { territories: territory.default, because: 'asks-too-much' };
  return { territories: asked, because: 'asked' };
}

const UNION_LAW =
  /\b(?:EU|UE|EC|EG|EEC|EWG|TFEU|AEUV|DSA|GDPR|DSGVO)\b|\b(?:Regulation|Directive|Verordnung|Richtlinie)\s+\S*\d/iu;

/** Tells whether a provision names law of the Union; what names none is taken for the law of one country. */
export function namesUnionLaw(provision: string): boolean {
  return UNION_LAW.test(provision);
}

/**
 * Tells whether a restriction on a ground reaches further than the law it names: the whole Union on the law of one
 * country, where the basis itself is not that law. Our own terms reach everywhere.
 */
export function outreachesItsLaw({ territory }: LegalBasis, ground: Ground, territories: readonly string[]): boolean {
  if (territory.asProvision !== true || ground.type !== 'illegal' || namesUnionLaw(ground.provision)) return false;
  return isWithin(EU_MEMBER_STATES, territories);
}
