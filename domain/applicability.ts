import type { LegalBasis } from './legal-basis.ts';

/** Tells whether demands can be made on a basis on a civil date; one whose entry into force is not verified is taken. */
export function isInForceOn({ applicability }: Pick<LegalBasis, 'applicability'>, date: string): boolean {
  return applicability.inForceFrom === null || applicability.inForceFrom <= date;
}
