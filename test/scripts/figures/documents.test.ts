import { describe, expect, it } from 'vitest';
import { looksIn, wholeCase } from '../../../scripts/figures/case-usage.ts';
import { compareCounts } from '../../../scripts/figures/compare-counts.ts';
import { costOf, largest, total } from '../../../scripts/figures/cost.ts';
import { figuresDocuments, readCounts } from '../../../scripts/figures/documents.ts';
import { NoSuchBlockError, withBlock } from '../../../scripts/figures/markdown.ts';

const counts = readCounts();

describe('the documents of cost and scale', () => {
  it.each(figuresDocuments(counts))('$path holds what was counted', ({ present, wanted }) => {
    expect(present).toBe(wanted);
  });
});

describe('costOf', () => {
  const lines = costOf(wholeCase(counts.restricted, counts.look, 24));

  it('is the sum of its parts, none of which costs less than nothing', () => {
    expect(total(lines)).toBeCloseTo(total(lines, 'state') + total(lines, 'rest'), 12);
    expect(Math.min(...lines.map(({ usd }) => usd))).toBe(0);
    expect(largest(lines).usd).toBe(Math.max(...lines.map(({ usd }) => usd)));
  });

  it('charges transitions at their list price', () => {
    const [transitions] = lines;
    expect(transitions).toMatchObject({ name: 'State transitions', part: 'state' });
    expect(transitions?.usd).toBeCloseTo((transitions?.amount ?? 0) * 0.000025, 12);
  });
});

describe('looksIn', () => {
  it.each([
    [0, 0],
    [0.5, 1],
    [4, 1],
    [4.5, 2],
    [24, 6],
  ])('counts in %s hours %s looks of the sweep', (hours, looks) => {
    expect(looksIn(hours)).toBe(looks);
  });
});

describe('compareCounts', () => {
  const changed = (writeUnits: number) => ({
    ...counts,
    intake: { ...counts.intake, writeUnits },
  });

  it('finds nothing where little differs, and names what does', () => {
    const { writeUnits } = counts.intake;
    expect(compareCounts(counts, counts)).toEqual([]);
    expect(compareCounts(counts, changed(writeUnits + 1))).toEqual([]);
    expect(compareCounts(counts, changed(writeUnits * 2))).toEqual([
      `intake: writeUnits is kept as ${writeUnits}, measured as ${writeUnits * 2}`,
    ]);
  });
});

describe('withBlock', () => {
  it('replaces what lies between the markers, and nothing else', () => {
    const document = 'a\n<!-- b: generated -->\n\nold\n\n<!-- b: end -->\nc\n';
    expect(withBlock(document, 'b', 'new')).toBe('a\n<!-- b: generated -->\n\nnew\n\n<!-- b: end -->\nc\n');
    expect(withBlock(withBlock(document, 'b', 'x'), 'b', 'old')).toBe(document);
    expect(() => withBlock(document, 'd', 'new')).toThrow(NoSuchBlockError);
  });
});
