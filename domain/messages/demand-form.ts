import type { LegalBasisId } from '#domain/legal-basis';

/** How a demand is spoken of: each has sentences of its own, as gender and case differ. */
export type DemandForm = 'notice' | 'copyright-notice' | 'request' | 'complaint' | 'order' | 'removal-order';

const FORMS = {
  DSA_ART9: 'order',
  DSA_ART10: 'order',
  DSA_ART16: 'notice',
  DSA_ART18: 'notice',
  DSA_ART20: 'complaint',
  EU_TCO_ART3: 'removal-order',
  EU_TCO_ART4: 'request',
  US_DMCA_512: 'copyright-notice',
  US_TIDA: 'request',
  US_2258A: 'notice',
  UK_DEF_S5: 'notice',
  UK_CPA_S21: 'order',
  UK_OSA_NCII: 'notice',
  UK_TA2006_S3: 'order',
  UK_CTIRU: 'notice',
  GDPR_ART17: 'request',
  AU_OSA: 'order',
  IN_3_1_D: 'order',
  IN_3_2_B: 'request',
  IN_GRIEVANCE: 'request',
  DE_URHDAG_14: 'request',
  EU_TM: 'notice',
  COURT_ORDER: 'order',
  EU_EEVIDENCE: 'order',
  EMFA_18: 'notice',
  TERMS: 'notice',
} as const satisfies Record<LegalBasisId, DemandForm>;

/** How a demand on this legal basis is spoken of. */
export function demandForm(legalBasis: LegalBasisId): DemandForm {
  return FORMS[legalBasis];
}

/** How an order on this legal basis is spoken of in a report to its authority. */
export function orderForm(legalBasis: LegalBasisId): 'order' | 'removal-order' {
  return FORMS[legalBasis] === 'removal-order' ? 'removal-order' : 'order';
}
