import { describe, expect, it } from 'vitest';
import { demandedScope, namesUnionLaw, outreachesItsLaw } from '../../domain/breadth.ts';
import { EU_MEMBER_STATES } from '../../domain/territory.ts';
import { basisOf } from './support.ts';

describe('demandedScope', () => {
  it.each([
    ['DSA_ART16', ['DE'], ['DE'], 'asked'],
    ['DSA_ART16', [], ['EU'], 'names-none'],
    ['IN_GRIEVANCE', ['IN', 'US'], ['IN'], 'asks-too-much'],
  ] as const)('of %s asking for %o is %o', (id, asked, territories, because) => {
    expect(demandedScope(basisOf(id), asked)).toEqual({ territories, because });
  });
});

describe('namesUnionLaw', () => {
  it.each([
    ['Art 3(1) Reg. (EU) 2021/784', true],
    ['Art. 17 der Richtlinie 2019/790', true],
    ['Verordnung 2022/2065 Art. 16', true],
    ['Art 17 GDPR', true],
    ['§ 185 StGB', false],
    ['Art. 1240 Code civil', false],
    ['§ 2 JMStV', false],
  ])('of %s is %s', (provision, names) => {
    expect(namesUnionLaw(provision)).toBe(names);
  });
});

describe('outreachesItsLaw', () => {
  const national = { type: 'illegal', provision: '§ 185 StGB', explanation: 'x' } as const;

  it.each([
    ['DSA_ART16', national, ['EU'], true],
    ['DSA_ART16', national, [...EU_MEMBER_STATES, 'CH'], true],
    ['COURT_ORDER', national, ['WORLD'], true],
    ['DSA_ART16', national, ['DE', 'AT'], false],
    ['DSA_ART16', { ...national, type: 'terms' }, ['EU'], false],
    ['DSA_ART16', { ...national, provision: 'Art 17 GDPR' }, ['EU'], false],
    ['US_DMCA_512', { ...national, provision: '17 U.S.C. 512(c)' }, ['WORLD'], false],
  ] as const)('on %s, %o in %o is %s', (id, ground, territories, outreaches) => {
    expect(outreachesItsLaw(basisOf(id), ground, territories)).toBe(outreaches);
  });
});
