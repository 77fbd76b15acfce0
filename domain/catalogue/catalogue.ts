import type { ClockRule, LegalBasis, LegalBasisId } from '../legal-basis.ts';
import { SHARED_CLOCKS } from './clocks.ts';
import { DSA_ART16 } from './dsa-art-16.ts';
import { EU_TCO_ART3 } from './eu-tco-art-3.ts';
import { US_DMCA_512 } from './us-dmca-512.ts';

/**
 * Every version of every legal basis that the engine can work on, newer versions after older ones. A new basis is a
 * file and its line here.
 */
export const LEGAL_BASES: readonly LegalBasis[] = [DSA_ART16, EU_TCO_ART3, US_DMCA_512];

/** A legal basis and the version that a case is pinned to; without a version, the newest. Null when there is none. */
export function findLegalBasis(id: LegalBasisId, version?: number): LegalBasis | null {
  const versions = LEGAL_BASES.filter(
    (basis) => basis.id === id && (version === undefined || basis.version === version),
  );
  return versions.toSorted((one, other) => other.version - one.version)[0] ?? null;
}

/** The legal bases on which somebody of a role may demand something, each once. */
export function basesOpenTo(role: LegalBasis['submitters'][number]): readonly LegalBasisId[] {
  return [...new Set(LEGAL_BASES.filter(({ submitters }) => submitters.includes(role)).map(({ id }) => id))];
}

/** A clock's newest rule with the legal basis that holds it; null when no rule has that id. */
export function findClock(clockId: string): { readonly rule: ClockRule; readonly legalBasis: string } | null {
  const prefix = clockId.replace(/\..*$/, '');
  const shared = SHARED_CLOCKS.find((rule) => rule.clock === clockId);
  if (shared !== undefined) return { rule: shared, legalBasis: prefix };
  for (const basis of LEGAL_BASES.toReversed()) {
    const rule = basis.clocks.find((candidate) => candidate.clock === clockId);
    if (rule !== undefined) return { rule, legalBasis: basis.id };
  }
  return null;
}

/** The ids of all clocks, in alphabetical order. */
export function clockIds(): readonly string[] {
  const ids = [...SHARED_CLOCKS, ...LEGAL_BASES.flatMap((basis) => basis.clocks)].map((rule) => rule.clock);
  return [...new Set(ids)].sort();
}
