import { describe, expect, it } from 'vitest';
import { EU_TCO_ART3 } from '#domain/catalogue/eu-tco-art-3';
import { overtakenBy } from '#domain/overtaken-draft';
import { sampleCase } from '../functions/support/sample-case.ts';

const AT = '2026-10-12T08:45:00.000Z';
const effects = (proven: number, gone = 0) => ({ pending: 0, proven, failed: 0, gone });
const ACTED = { decisionId: 'd-1', itemCount: 2, missing: [] };
const LACKING = { decisionId: null, itemCount: 2, missing: ['signature'] };
const MOVED = { ...LACKING, missing: [], territories: ['US'], territoriesAmendedAt: AT };

function judged(decisionId: string | null, change: object, located = 2) {
  const record = sampleCase({ provenAt: null, territoriesAmendedAt: null, ...change });
  return overtakenBy({ kind: 'impossibility-report-draft', decisionId }, { record, basis: EU_TCO_ART3, located });
}

describe('a draft about the effect of a decision', () => {
  it.each([
    ['holds while the effect is unproven', ACTED, null],
    ['holds when the decision came to nothing', { ...ACTED, decisionId: null }, null],
    ['is overtaken once the effect is proven', { ...ACTED, provenAt: AT }, 'effect-proven'],
    ['is overtaken once another decision stands', { ...ACTED, decisionId: 'd-2' }, 'decided-anew'],
  ])('%s', (_what, change, by) => {
    expect(judged('d-1', change)).toBe(by);
  });
});

describe('a draft about what an order lacks', () => {
  it.each([
    ['holds while something is missing', LACKING, 2, null],
    ['holds while an item is not found', { ...LACKING, missing: [] }, 1, null],
    ['holds when the order was moved outside the Union', MOVED, 2, null],
    ['holds while an item was not acted on', { ...LACKING, provenAt: AT, effects: effects(1) }, 2, null],
    ['is overtaken once nothing is missing', { ...LACKING, missing: [] }, 2, 'order-complete'],
    ['is overtaken once all was acted on', { ...LACKING, provenAt: AT, effects: effects(1, 1) }, 1, 'order-executed'],
  ])('%s', (_what, change, located, by) => {
    expect(judged(null, change, located)).toBe(by);
  });
});
