import { describe, expect, it } from 'vitest';
import { plus } from '#domain/instant';
import { randomIds } from '#runtime/ids';
import { sliceAt, sweepOrphansStep } from '../../../../functions/operations/sweep-orphans/handler.ts';
import type { StoredVersion } from '../../../../functions/ports/orphans.ts';
import { NOW } from '../../support/sample-case.ts';

const SLICE = sliceAt(NOW);
const [ORPHAN, CASE] = [`${SLICE}orphan`, `${SLICE}there`];
const OLD = plus(NOW, { hours: -25 });

/** Documents by case, each given by the instants of its versions, in pages of one case. */
function sweep(documents: Record<string, readonly string[]>, cases: readonly string[] = []) {
  const kept = new Map(
    Object.entries(documents).map(([caseId, instants]) => [
      caseId,
      instants.map(
        (at, index): StoredVersion => ({
          ...{ key: `${caseId}/sender/request`, versionId: `v${index}`, at, isLatest: index === 0 },
        }),
      ),
    ]),
  );
  const faults = new Set<string>();
  const folders = {
    async list(prefix: string, next: string | null) {
      const caseIds = [...kept.keys()].filter((caseId) => caseId.startsWith(prefix)).sort();
      const index = Number(next ?? 0);
      return {
        caseIds: caseIds.slice(index, index + 1),
        next: index + 1 < caseIds.length ? String(index + 1) : null,
      };
    },
    versions: async (caseId: string) => kept.get(caseId) ?? [],
    async remove(versions: readonly StoredVersion[]) {
      const [caseId = ''] = versions[0]!.key.split('/');
      if (faults.has(caseId)) throw new Error('the store is busy');
      expect(versions).toEqual(kept.get(caseId));
      kept.set(caseId, []);
    },
  };
  const register = { absent: async (ids: readonly string[]) => ids.filter((caseId) => !cases.includes(caseId)) };
  return { folders, register, clock: { now: () => NOW }, kept, faults };
}

describe('sweepOrphansStep', () => {
  it('removes every version of what was put more than a day ago for a case that never came to be', async () => {
    const dependencies = sweep({ [ORPHAN]: [OLD, OLD] });
    expect(await sweepOrphansStep(dependencies)).toEqual({ looked: 1, removed: 1, failed: 0 });
    expect(dependencies.kept.get(ORPHAN)).toEqual([]);
  });

  it('never touches the documents of a case that exists, however old', async () => {
    const dependencies = sweep({ [CASE]: [plus(NOW, { hours: -9_000 })], [ORPHAN]: [OLD] }, [CASE]);
    expect(await sweepOrphansStep(dependencies)).toEqual({ looked: 2, removed: 1, failed: 0 });
    expect(dependencies.kept.get(CASE)).toHaveLength(1);
  });

  it.each([
    ['something of it was put within the day', [OLD, plus(NOW, { hours: -23 })]],
    ['it was put a day less a millisecond ago', [plus(NOW, { milliseconds: 1 - 24 * 3_600_000 })]],
  ])('leaves what has no case alone when %s', async (_, instants) => {
    const dependencies = sweep({ [ORPHAN]: instants });
    expect(await sweepOrphansStep(dependencies)).toMatchObject({ removed: 0 });
    expect(dependencies.kept.get(ORPHAN)).toHaveLength(instants.length);
  });

  it('leaves the other slices to other hours', async () => {
    const elsewhere = `${sliceAt(plus(NOW, { hours: 1 }))}orphan`;
    const dependencies = sweep({ [elsewhere]: [OLD] });
    expect(await sweepOrphansStep(dependencies)).toEqual({ looked: 0, removed: 0, failed: 0 });
    expect(dependencies.kept.get(elsewhere)).toHaveLength(1);
  });

  it('goes on with the others when one cannot be removed, and tries that one in its next turn', async () => {
    const other = `${SLICE}other`;
    const dependencies = sweep({ [ORPHAN]: [OLD], [other]: [OLD] });
    dependencies.faults.add(ORPHAN);
    expect(await sweepOrphansStep(dependencies)).toEqual({ looked: 2, removed: 1, failed: 1 });
    dependencies.faults.clear();
    expect(await sweepOrphansStep(dependencies)).toMatchObject({ removed: 1, failed: 0 });
  });
});

describe('sliceAt', () => {
  it('gives every case id a turn within 32 hours', () => {
    const tour = Array.from({ length: 32 }, (_, hour) => sliceAt(plus(NOW, { hours: hour })));
    expect(new Set(tour).size).toBe(32);
    for (let count = 0; count < 200; count += 1) {
      const caseId = randomIds.caseId();
      expect(tour.filter((prefix) => caseId.startsWith(prefix))).toHaveLength(1);
    }
  });
});
