import type { Bilingual } from '../clock.ts';
import { isComplaint } from '../complaint-procedure.ts';
import { withinBorders } from '../cross-border.ts';
import { issuerOf, narrowedTo } from '../issuer.ts';
import type { ClockRule, ElementId, LegalBasis, LegalBasisId } from '../legal-basis.ts';
import { AU_OSA } from './au-osa.ts';
import { COURT_ORDER } from './court-order.ts';
import { DE_URHDAG_14 } from './de-urhdag-14.ts';
import { DSA_ART9 } from './dsa-art-9.ts';
import { DSA_ART10 } from './dsa-art-10.ts';
import { DSA_ART16 } from './dsa-art-16.ts';
import { DSA_ART20 } from './dsa-art-20.ts';
import { ELEMENT_LABELS } from './elements.ts';
import { EMFA_18 } from './emfa-18.ts';
import { EU_EEVIDENCE } from './eu-eevidence.ts';
import { EU_TCO_ART3 } from './eu-tco-art-3.ts';
import { EU_TM } from './eu-tm.ts';
import { GDPR_ART17 } from './gdpr-art-17.ts';
import { IN_GRIEVANCE } from './in-grievance.ts';
import { IN_3_1_D } from './in-rule-3-1-d.ts';
import { IN_3_2_B } from './in-rule-3-2-b.ts';
import { PROCEDURES } from './procedures.ts';
import { TERMS } from './terms.ts';
import { UK_CPA_S21 } from './uk-cpa-s21.ts';
import { UK_CTIRU } from './uk-ctiru.ts';
import { UK_DEF_S5 } from './uk-def-s5.ts';
import { UK_OSA_NCII } from './uk-osa-ncii.ts';
import { UK_TA2006_S3 } from './uk-ta2006-s3.ts';
import { US_DMCA_512 } from './us-dmca-512.ts';
import { US_TIDA } from './us-tida.ts';

/**
 * Every version of every legal basis on which a demand can be made, newer versions after older ones. A new basis is a
 * file and its line here; what follows on other cases is in `PROCEDURES`.
 */
export const LEGAL_BASES: readonly LegalBasis[] = [
  DSA_ART9,
  DSA_ART10,
  DSA_ART16,
  DSA_ART20,
  EU_TCO_ART3,
  US_DMCA_512,
  US_TIDA,
  UK_CPA_S21,
  UK_OSA_NCII,
  UK_TA2006_S3,
  UK_CTIRU,
  GDPR_ART17,
  AU_OSA,
  IN_3_1_D,
  IN_3_2_B,
  IN_GRIEVANCE,
  EU_TM,
  COURT_ORDER,
  EU_EEVIDENCE,
  UK_DEF_S5,
  DE_URHDAG_14,
  EMFA_18,
  TERMS,
];

/** A legal basis and the version that a case is pinned to; without a version, the newest. Null when there is none. */
export function findLegalBasis(id: LegalBasisId, version?: number): LegalBasis | null {
  const versions = LEGAL_BASES.filter(
    (basis) => basis.id === id && (version === undefined || basis.version === version),
  );
  return versions.toSorted((one, other) => other.version - one.version)[0] ?? null;
}

/** What an element is called when it is asked for on a legal basis. */
export function elementLabel(id: LegalBasisId, element: ElementId): Bilingual {
  const rule = findLegalBasis(id)?.elements.find((one) => one.element === element);
  return rule?.label ?? ELEMENT_LABELS[element];
}

/** What a case says of its legal basis. */
export interface PinnedCase {
  readonly legalBasis: LegalBasisId;
  readonly legalBasisVersion: number;
  readonly authorityCountry: string | null;
}

/** The legal basis of a case, in its version, with only what an order of its authority owes. Null when there is none. */
export function basisOfCase({ legalBasis, legalBasisVersion, authorityCountry }: PinnedCase): LegalBasis | null {
  const basis = findLegalBasis(legalBasis, legalBasisVersion);
  return basis === null ? null : basisOfOrder(basis, authorityCountry);
}

/** A legal basis with only what an order from a country owes (ISO 3166-1; null when nobody knows it, or for a notice). */
export function basisOfOrder(basis: LegalBasis, country: string | null): LegalBasis {
  return withinBorders(narrowedTo(basis, issuerOf(basis, country)), country);
}

/** The legal bases on which somebody of a role may demand something of their own accord, each once: no complaint. */
export function basesOpenTo(role: LegalBasis['submitters'][number]): readonly LegalBasisId[] {
  const open = LEGAL_BASES.filter((basis) => basis.submitters.includes(role) && !isComplaint(basis));
  return [...new Set(open.map(({ id }) => id))];
}

/** A clock's newest rule with the legal basis that holds it; null when no rule has that id. */
export function findClock(clockId: string): { readonly rule: ClockRule; readonly legalBasis: LegalBasisId } | null {
  const [, prefix] = /^(.*)\./.exec(clockId) ?? [];
  const bases = [...PROCEDURES, ...LEGAL_BASES.toSorted((one, other) => other.version - one.version)];
  const holding = bases.filter(({ clocks }) => clocks.some(({ clock }) => clock === clockId));
  const basis = holding.find(({ id }) => id === prefix) ?? holding[0];
  const rule = basis?.clocks.find(({ clock }) => clock === clockId);
  return basis === undefined || rule === undefined ? null : { rule, legalBasis: basis.id };
}

/** The ids of all clocks, in alphabetical order. */
export function clockIds(): readonly string[] {
  const ids = [...PROCEDURES, ...LEGAL_BASES].flatMap(({ clocks }) => clocks.map(({ clock }) => clock));
  return [...new Set(ids)].sort();
}
