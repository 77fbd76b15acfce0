import type { LegalBasis } from './legal-basis.ts';

/** Whether a legal basis asks for a decision of ours to be reversed: nothing is restricted on it. */
export function isComplaint({ procedure }: Pick<LegalBasis, 'procedure'>): boolean {
  return procedure === 'complaint';
}
