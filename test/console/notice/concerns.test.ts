import { describe, expect, it } from 'vitest';
import { basisOf, CONCERNS } from '../../../console/notice/concerns.ts';
import { subjectOf } from '../../../console/words/words.ts';
import { basesOpenTo } from '../../../domain/catalogue/catalogue.ts';
import { detectDanger } from '../../../domain/danger.ts';

describe('what a notice is about', () => {
  it('leads to every legal basis that the public may use, and to no other', () => {
    const offered = [...new Set(CONCERNS.flatMap(({ bases }) => bases))];
    expect(offered.toSorted()).toEqual(basesOpenTo('public').toSorted());
  });

  it('needs no choice of law where there is only one, and takes no law that does not belong to it', () => {
    expect(basisOf('trade-mark', null)?.id).toBe('EU_TM');
    expect(basisOf('copyright', null)).toBeNull();
    expect(basisOf('copyright', 'US_DMCA_512')?.id).toBe('US_DMCA_512');
    expect(basisOf('copyright', 'US_TIDA')).toBeNull();
    expect(basisOf(null, 'US_TIDA')).toBeNull();
  });

  it.each(['en', 'de'] as const)(
    'pages people in %s for every danger that it names, whatever else is said',
    (language) => {
      const dangers = CONCERNS.flatMap(({ id, signal }) => (signal === undefined ? [] : [{ id, signal }]));
      expect(dangers.length).toBeGreaterThan(0);
      for (const { id, signal } of dangers) expect(detectDanger([subjectOf(id, language) ?? ''])).toContain(signal);
      const others = CONCERNS.filter(({ signal }) => signal === undefined);
      for (const { id } of others) expect(subjectOf(id, language)).toBeNull();
    },
  );
});
