import type { LegalBasisId } from './legal-basis.ts';
import type { NoticeRequest } from './submission.ts';

const DMCA =
  /\bDMCA\b|\b17 U\.?\s?S\.?\s?C\b|\b512\s?\(\s?[cg]\s?\)|digital millennium copyright act|penalty of perjury/iu;

/**
 * The legal basis proposed for a notice that names none: a copyright notice of the United States when it declares or
 * says what such a notice does (17 U.S.C. 512(c)(3)(A)), otherwise a notice under Art 16 DSA.
 */
export function proposeBasis(
  notice: Pick<NoticeRequest, 'statements' | 'explanation' | 'signature' | 'works'>,
): LegalBasisId {
  if (notice.statements.underPenaltyOfPerjury === true) return 'US_DMCA_512';
  const texts = [notice.explanation, ...notice.works.map((work) => work.description)];
  return texts.some((text) => DMCA.test(text ?? '')) ? 'US_DMCA_512' : 'DSA_ART16';
}
