import { describe, expect, it } from 'vitest';
import { CONCERNS, type ConcernId } from '../../../console/notice/concerns.ts';
import { recipientsOf } from '../../../console/notice/recipients.ts';
import { findLegalBasis } from '../../../domain/catalogue/catalogue.ts';
import { LUMEN_RULES } from '../../../domain/catalogue/lumen.ts';
import type { LegalBasisId } from '../../../domain/legal-basis.ts';

const told = (id: LegalBasisId, concern: ConcernId | null = null): readonly string[] =>
  recipientsOf(findLegalBasis(id)!, concern).map((one) => one.id);

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

  it.each(['child-abuse', 'intimate'] as const)('holds nothing public about %s but our own reasons', (concern) => {
    const publicly = recipientsOf(findLegalBasis('DSA_ART16')!, concern).filter(({ isPublic }) => isPublic);
    expect(publicly.map(({ id }) => id)).toEqual(['transparency-database']);
    expect(told('DSA_ART16', 'copyright')).toContain('lumen-intellectual-property');
  });

  it('names the law by which dangers are reported', () => {
    const police = recipientsOf(findLegalBasis('DSA_ART16')!, 'child-abuse').find(({ id }) => id === 'police');
    expect(police?.source?.cite).toContain('18 U.S.C. 2258A');
    expect(recipientsOf(findLegalBasis('TERMS')!, 'rules').find(({ id }) => id === 'police')?.source?.cite).toContain(
      'Art 18',
    );
  });
});
