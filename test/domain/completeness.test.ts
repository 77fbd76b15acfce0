import { describe, expect, it } from 'vitest';
import { judgeCompleteness, mayHideAddress } from '#domain/completeness';
import type { DangerSignal } from '#domain/danger-words';
import { elementsOfNotice, elementsOfOrder } from '#domain/elements-present';
import { basisOf } from './support.ts';

const NOTICE = {
  itemUrls: ['https://music.example/tracks/trk-1'],
  explanation: 'Volksverhetzung im Refrain',
  submitterName: 'Kanzlei Beispiel',
  submitterEmail: 'recht@kanzlei.example',
  worksNamed: 1,
  signature: 'Kanzlei Beispiel',
  statements: { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: true },
};
const ORDER = {
  itemUrls: ['https://music.example/tracks/trk-1'],
  authorityId: 'de-bka',
  statementOfReasons: 'Aufruf',
  provisions: ['Art 3(1)'],
  issuedAt: '2026-10-17T21:35:00Z',
  signed: true,
  territories: ['EU'],
  redress: 'Verwaltungsgericht',
  reference: 'BKA-2026-0815',
};

describe('judgeCompleteness', () => {
  it.each(['DSA_ART16', 'US_DMCA_512'] as const)('finds a full notice under %s complete', (id) => {
    expect(judgeCompleteness(basisOf(id), elementsOfNotice(NOTICE), true)).toEqual({
      verdict: 'complete',
      missing: [],
      noted: [],
      exempt: [],
    });
  });

  it('lets a locatable notice go on and names what is missing, in the order of the basis', () => {
    const present = elementsOfNotice({ ...NOTICE, submitterName: ' ', submitterEmail: null, explanation: undefined });
    expect(judgeCompleteness(basisOf('DSA_ART16'), present, true)).toMatchObject({
      verdict: 'incomplete-locatable',
      missing: ['explanation', 'name', 'email'],
    });
  });

  it('asks nobody who reports the sexual abuse of a child for a name or an address', () => {
    const present = elementsOfNotice({ ...NOTICE, submitterName: null, submitterEmail: null });
    const judge = (...signals: DangerSignal[]) => judgeCompleteness(basisOf('DSA_ART16'), present, true, { signals });
    expect(judge('child-safety')).toMatchObject({ verdict: 'complete', missing: [], exempt: ['name', 'email'] });
    expect(judge('threat-to-life')).toMatchObject({ missing: ['name', 'email'], exempt: [] });
    const nothing = judgeCompleteness(basisOf('DSA_ART16'), [], true, { signals: ['child-safety'] });
    expect(nothing.missing).toEqual(['location', 'explanation', 'good-faith']);
  });

  it('lets a sender hide the address where the law does, by its own signal alone', () => {
    expect(mayHideAddress(basisOf('DSA_ART16'), ['self-harm', 'child-safety'])).toBe(true);
    expect(mayHideAddress(basisOf('DSA_ART16'), ['self-harm'])).toBe(false);
    expect(mayHideAddress(basisOf('US_DMCA_512'), ['child-safety'])).toBe(false);
  });

  it('finds a notice unlocatable when no item can be found, whatever else it holds', () => {
    expect(judgeCompleteness(basisOf('DSA_ART16'), elementsOfNotice(NOTICE), false)).toMatchObject({
      verdict: 'unlocatable',
      missing: ['location'],
    });
    expect(
      judgeCompleteness(basisOf('DSA_ART16'), elementsOfNotice({ ...NOTICE, itemUrls: [''] }), false).verdict,
    ).toBe('unlocatable');
  });

  it('wants the statement under penalty of perjury from a DMCA notice only', () => {
    const present = elementsOfNotice({ ...NOTICE, statements: { goodFaith: true, accurate: true, authorised: true } });
    expect(judgeCompleteness(basisOf('US_DMCA_512'), present, true).missing).toEqual(['penalty-of-perjury']);
    expect(judgeCompleteness(basisOf('DSA_ART16'), present, true).missing).toEqual([]);
  });

  it('only notes what is formal in an order', () => {
    const present = elementsOfOrder({ ...ORDER, redress: '', reference: undefined });
    expect(judgeCompleteness(basisOf('EU_TCO_ART3'), present, true)).toEqual({
      verdict: 'complete',
      missing: [],
      noted: ['redress', 'order-reference'],
      exempt: [],
    });
  });

  it('does not take an unsigned order for complete', () => {
    const present = elementsOfOrder({ ...ORDER, signed: false });
    expect(judgeCompleteness(basisOf('EU_TCO_ART3'), present, true)).toMatchObject({
      verdict: 'incomplete-locatable',
      missing: ['signed'],
    });
  });

  it('shows the wrong door for a sender who may not submit, and for content on another site', () => {
    const basis = basisOf('EU_TCO_ART3');
    expect(judgeCompleteness(basis, elementsOfOrder(ORDER), true, { submitter: 'public' }).verdict).toBe('wrong-door');
    expect(judgeCompleteness(basis, elementsOfOrder(ORDER), true, { submitter: 'authority' }).verdict).toBe('complete');
    expect(judgeCompleteness(basis, elementsOfOrder(ORDER), false, { everythingElsewhere: true }).verdict).toBe(
      'wrong-door',
    );
  });
});
