import { describe, expect, it } from 'vitest';
import { CONCERNS } from '../../../console/notice/concerns.ts';
import { recipientsOf } from '../../../console/notice/recipients.ts';
import { findLegalBasis } from '../../../domain/catalogue/catalogue.ts';
import { LUMEN_RULES } from '../../../domain/catalogue/lumen.ts';
import type { LegalBasisId } from '../../../domain/legal-basis.ts';

const told = (id: LegalBasisId): readonly string[] => recipientsOf(findLegalBasis(id)!).map((one) => one.id);

describe('who is told what of a notice', () => {
  it.each([
    ['DSA_ART16', ['uploader-not-named', 'lumen-intellectual-property']],
    ['US_DMCA_512', ['uploader-named', 'counter-notice', 'lumen-named']],
    ['UK_DEF_S5', ['uploader-heard', 'uploader-named-if-you-agree']],
    ['US_TIDA', ['uploader-not-named']],
    ['EMFA_18', ['uploader-heard', 'uploader-not-named']],
  ] as const)('follows from the catalogue for %s', (id, some) => {
    const always = ['us', 'you', 'partners', 'police', 'transparency-database'];
    expect(told(id).toSorted()).toEqual([...always, ...some].toSorted());
  });

  it('never says that something stays private which is shared with Lumen', () => {
    const bases = [...new Set(CONCERNS.flatMap((concern) => concern.bases))];
    for (const id of bases) expect(told(id).some((one) => one.startsWith('lumen'))).toBe(LUMEN_RULES[id].shared);
  });
});
