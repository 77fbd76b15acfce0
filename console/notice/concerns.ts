import * as z from 'zod';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { DangerSignal } from '#domain/danger-words';
import type { LegalBasis, LegalBasisId } from '#domain/legal-basis';

/** What a notice is about, in people's words. */
export const ConcernId = z.enum([
  'child-abuse',
  'life',
  'illegal',
  'intimate',
  'reputation',
  'copyright',
  'trade-mark',
  'personal-data',
  'rules',
]);
export type ConcernId = z.infer<typeof ConcernId>;

/** The legal bases on which one may complain of something, the usual one first. */
export interface Concern {
  readonly id: ConcernId;
  readonly bases: readonly LegalBasisId[];
  /**
   * The danger that goes with it: words that signal it begin the explanation, as the sender sees before sending, so that
   * people are paged however the sender puts it.
   */
  readonly signal?: DangerSignal;
  /** True where what it shows must neither be sent along nor be made public anywhere. */
  readonly sensitive?: true;
}

/** Everything that a notice can be about, the most urgent first; what each is called stands in the words. */
export const CONCERNS: readonly Concern[] = [
  { id: 'child-abuse', bases: ['DSA_ART16'], signal: 'child-safety', sensitive: true },
  { id: 'life', bases: ['DSA_ART16'], signal: 'threat-to-life' },
  { id: 'illegal', bases: ['DSA_ART16', 'IN_GRIEVANCE'] },
  { id: 'intimate', bases: ['DSA_ART16', 'US_TIDA', 'UK_OSA_NCII', 'IN_3_2_B'], sensitive: true },
  { id: 'reputation', bases: ['DSA_ART16', 'UK_DEF_S5'] },
  { id: 'copyright', bases: ['DSA_ART16', 'US_DMCA_512', 'DE_URHDAG_14'] },
  { id: 'trade-mark', bases: ['EU_TM'] },
  { id: 'personal-data', bases: ['GDPR_ART17'] },
  { id: 'rules', bases: ['TERMS', 'EMFA_18'] },
];

/** What is known of a concern; null before one is chosen. */
export function findConcern(id: ConcernId | null): Concern | null {
  return CONCERNS.find((concern) => concern.id === id) ?? null;
}

/** The legal basis that a notice rests on: as chosen, or the only one there is. Null before that is known. */
export function basisOf(concern: ConcernId | null, chosen: LegalBasisId | null): LegalBasis | null {
  const bases = findConcern(concern)?.bases ?? [];
  const [only, ...others] = bases;
  const id = bases.find((basis) => basis === chosen) ?? (others.length === 0 ? only : undefined);
  return id === undefined ? null : findLegalBasis(id);
}
