import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Availability, visibilityUnder } from '#domain/availability';
import { Action, type ItemDecision } from '#domain/decision';
import {
  actFirstDecision,
  actFirstTerritories,
  expandEffects,
  hasEnded,
  isNoWider,
  type PlannedEffect,
} from '#domain/effects';
import { countProofs, judgeEffect, judgeRestoration } from '#domain/proof';
import { EU_MEMBER_STATES, expandTerritories } from '#domain/territory';
import { basisOf, itemOf } from './support.ts';

const NOW = '2026-10-17T22:00:00Z';

function decision(changes: Partial<ItemDecision> = {}): ItemDecision {
  return { itemId: 'item-1', action: 'disable', components: [], territories: ['DE'], until: null, ...changes };
}

function effect(changes: Partial<PlannedEffect> = {}): PlannedEffect {
  return { itemId: 'item-1', action: 'disable', components: [], territories: ['DE'], until: null, ...changes };
}

function seen(parts: Record<string, Record<string, Availability[string]['default']>>): Availability {
  return Object.fromEntries(
    Object.entries(parts).map(([component, { default: everywhere = 'up', ...exceptions }]) => [
      component,
      { default: everywhere, exceptions },
    ]),
  );
}

describe('expandEffects', () => {
  it('spells groups of countries out and leaves out items with no action', () => {
    const items = [itemOf(), itemOf({ itemId: 'item-2' })];
    const decided = [decision({ territories: ['EU'] }), decision({ itemId: 'item-2', action: 'none' })];
    expect(expandEffects(decided, items, basisOf('DSA_ART16'), NOW)).toEqual({
      kind: 'expanded',
      effects: [effect({ territories: [...EU_MEMBER_STATES] })],
    });
  });

  it.each([
    ['what was asked for', itemOf({ territories: ['AT', 'DE'] }), ['AT', 'DE']],
    ['the default of the basis', itemOf(), [...EU_MEMBER_STATES]],
  ])('takes %s where the decision names no territory', (_what, item, territories) => {
    const expanded = expandEffects([decision({ territories: [] })], [item], basisOf('DSA_ART16'), NOW);
    expect(expanded).toMatchObject({ effects: [{ territories }] });
  });

  it('never takes more than the basis allows because somebody asked for more', () => {
    const expanded = expandEffects(
      [decision({ territories: [] })],
      [itemOf({ territories: ['WORLD'] })],
      basisOf('EU_TCO_ART3'),
      NOW,
    );
    expect(expanded).toMatchObject({ effects: [{ territories: [...EU_MEMBER_STATES] }] });
  });

  it.each([
    [decision({ itemId: 'item-9' }), 'unknown-item'],
    [decision({ itemId: 'item-2' }), 'not-located'],
    [decision({ territories: ['WORLD'] }), 'wider-than-basis'],
    [decision({ territories: ['US'] }), 'wider-than-basis'],
    [decision({ until: NOW }), 'already-over'],
  ])('refuses %o: %s', (decided, reason) => {
    const items = [itemOf(), itemOf({ itemId: 'item-2', reference: null })];
    expect(expandEffects([decided], items, basisOf('EU_TCO_ART3'), NOW)).toEqual({
      kind: 'refused',
      problems: [{ itemId: decided.itemId, reason }],
    });
  });

  it.each([
    ['DSA_ART16', '2199-12-31T23:59:59Z', ['DE'], 'end-not-stated'],
    ['DSA_ART16', '2038-01-01T00:30:00+01:00', ['WORLD'], null],
    ['DSA_ART16', '2038-01-01T00:00:00Z', ['WORLD'], 'end-not-stated'],
    ['DSA_ART16', '2199-12-31T23:59:59Z', ['US'], null],
    ['EU_TCO_ART3', '2199-12-31T23:59:59Z', ['DE'], null],
  ] as const)('takes the end of a decision on %s at %s in %o: %s', (basis, until, territories, reason) => {
    const decided = decision({ until, territories: [...territories] });
    const problems = reason === null ? undefined : [{ itemId: 'item-1', reason }];
    const expanded = expandEffects([decided], [itemOf()], basisOf(basis), NOW);
    expect('problems' in expanded ? expanded.problems : undefined).toEqual(problems);
  });

  it('refuses to decide an item twice', () => {
    expect(expandEffects([decision(), decision()], [itemOf()], basisOf('DSA_ART16'), NOW)).toMatchObject({
      problems: [{ reason: 'decided-twice' }],
    });
  });

  it('acts first in all member states, whatever the item names, on the parts asked for', () => {
    const item = itemOf({ territories: ['DE'], components: ['audio'] });
    const expanded = expandEffects(
      [actFirstDecision(item, actFirstTerritories(basisOf('EU_TCO_ART3'), null))],
      [item],
      basisOf('EU_TCO_ART3'),
      NOW,
    );
    expect(expanded).toMatchObject({ effects: [{ components: ['audio'], territories: [...EU_MEMBER_STATES] }] });
  });

  it.each([
    ['narrower where the authority has narrowed its order since', ['DE', 'FR', 'US'], ['DE', 'FR']],
    ['no wider where it has widened it', ['WORLD'], ['EU']],
    ['nowhere where it asks for nothing that the basis covers', ['US'], []],
  ])('acts first %s', (_, amended, territories) => {
    expect(actFirstTerritories(basisOf('EU_TCO_ART3'), amended)).toEqual(territories);
  });
});

describe('isNoWider', () => {
  it.each([
    [{}, {}, true],
    [{ territories: ['DE'] }, { territories: ['AT', 'DE'] }, true],
    [{ territories: ['AT', 'DE'] }, { territories: ['DE'] }, false],
    [{ territories: ['WORLD'] }, { territories: ['DE'] }, false],
    [{ components: ['audio'] }, {}, true],
    [{}, { components: ['audio'] }, false],
    [{ components: ['audio', 'title'] }, { components: ['audio'] }, false],
    [{ until: '2027-01-01T00:00:00Z' }, {}, true],
    [{}, { until: '2027-01-01T00:00:00Z' }, false],
    [{ until: '2027-01-02T00:00:00Z' }, { until: '2027-01-01T00:00:00Z' }, false],
    [{ itemId: 'item-2' }, {}, false],
  ] as const)('of %o inside %o: %s', (change, decided, expected) => {
    const plain = (part: object) => effect(structuredClone(part));
    expect(isNoWider(plain(change), plain(decided))).toBe(expected);
  });

  it('holds for every expansion of every decision', () => {
    const territory = fc.constantFrom('DE', 'AT', 'EU', 'EEA', 'GR', 'US', 'WORLD');
    fc.assert(
      fc.property(
        fc.array(territory, { minLength: 1 }),
        fc.subarray(['audio', 'title', 'lyrics'] as const),
        (territories, components) => {
          const expanded = expandEffects(
            [decision({ territories, components })],
            [itemOf()],
            basisOf('DSA_ART16'),
            NOW,
          );
          const decided = effect({ components, territories: [...expandTerritories(territories)] });
          expect(expanded.kind === 'expanded' && expanded.effects.every((each) => isNoWider(each, decided))).toBe(true);
        },
      ),
    );
  });

  it('knows when a limited effect is over', () => {
    expect(hasEnded(effect(), NOW)).toBe(false);
    expect(hasEnded(effect({ until: NOW }), NOW)).toBe(true);
  });
});

describe('judgeEffect', () => {
  const prior = seen({ audio: {}, title: {}, profile: {}, account: {} });
  const dark = seen({ audio: { DE: 'dark' }, title: { DE: 'dark' }, profile: {}, account: {} });

  it('proves a whole item dark where decided and up elsewhere', () => {
    expect(judgeEffect(effect(), prior, dark)).toEqual({
      itemId: 'item-1',
      state: 'proven',
      territories: { DE: 'proven' },
      unproven: [],
    });
  });

  it('shows a platform that lied', () => {
    expect(judgeEffect(effect(), prior, prior)).toMatchObject({
      state: 'failed',
      territories: { DE: 'failed' },
      unproven: [
        { component: 'audio', territory: 'DE', reason: 'still-up' },
        { component: 'title', territory: 'DE', reason: 'still-up' },
      ],
    });
  });

  it('shows a platform that did half', () => {
    const both = effect({ territories: ['AT', 'DE'] });
    expect(judgeEffect(both, prior, dark)).toMatchObject({
      state: 'failed',
      territories: { AT: 'failed', DE: 'proven' },
    });
  });

  it('shows a country that went dark undecided', () => {
    const wide = seen({ audio: { DE: 'dark', FR: 'dark' }, title: { DE: 'dark' }, profile: {}, account: {} });
    expect(judgeEffect(effect(), prior, wide)).toMatchObject({
      state: 'failed',
      territories: { DE: 'proven', FR: 'failed' },
      unproven: [{ component: 'audio', territory: 'FR', reason: 'dark-elsewhere' }],
    });
  });

  it('shows content that went dark in the whole world undecided', () => {
    const gone = seen({ audio: { default: 'dark' }, title: { default: 'dark' }, profile: {}, account: {} });
    expect(judgeEffect(effect(), prior, gone)).toMatchObject({
      state: 'failed',
      territories: { DE: 'proven', WORLD: 'failed' },
    });
  });

  it('shows a component that went dark undecided, or vanished', () => {
    const audio = effect({ components: ['audio'] });
    expect(judgeEffect(audio, prior, dark).unproven).toEqual([
      { itemId: 'item-1', component: 'title', territory: 'DE', reason: 'dark-elsewhere' },
    ]);
    const vanished = seen({ audio: { DE: 'dark' }, profile: {}, account: {} });
    expect(judgeEffect(audio, prior, vanished).state).toBe('failed');
  });

  it('lets other decisions explain what this one does not', () => {
    const audio = effect({ components: ['audio'] });
    const other = { components: [], territories: ['DE'], visibility: 'dark' } as const;
    expect(judgeEffect(audio, prior, dark, [other]).state).toBe('proven');
    expect(judgeEffect(audio, prior, dark, [{ ...other, visibility: 'labelled' }]).state).toBe('failed');
    expect(judgeEffect(audio, prior, dark, [{ ...other, territories: ['AT'] }]).state).toBe('failed');
    expect(judgeEffect(audio, prior, dark, [{ ...other, components: ['lyrics'] }]).state).toBe('failed');
  });

  it('does not take what was dark before for its own doing', () => {
    const before = seen({ audio: { FR: 'dark' }, title: {}, profile: {}, account: {} });
    const after = seen({ audio: { DE: 'dark', FR: 'dark' }, title: { DE: 'dark' }, profile: {}, account: {} });
    expect(judgeEffect(effect(), before, after).state).toBe('proven');
  });

  it('proves a worldwide effect only when no country is an exception', () => {
    const world = effect({ territories: ['WORLD'] });
    const gone = seen({ audio: { default: 'dark' }, title: { default: 'dark' }, profile: {}, account: {} });
    expect(judgeEffect(world, prior, gone)).toMatchObject({ state: 'proven', territories: { WORLD: 'proven' } });
    const leak = seen({ audio: { default: 'dark', CH: 'up' }, title: { default: 'dark' }, profile: {}, account: {} });
    expect(judgeEffect(world, prior, leak)).toMatchObject({ state: 'failed', territories: { WORLD: 'failed' } });
  });

  it('waits while there is nothing to read, or nothing to compare with', () => {
    expect(judgeEffect(effect(), prior, null)).toMatchObject({ state: 'pending', unproven: [{ reason: 'not-read' }] });
    expect(judgeEffect(effect(), prior, {}).state).toBe('failed');
    expect(judgeEffect(effect(), {}, {}).state).toBe('pending');
    expect(judgeEffect(effect(), null, dark).state).toBe('pending');
    expect(judgeEffect(effect({ components: ['lyrics'] }), prior, prior).state).toBe('pending');
  });

  it.each([
    ['age-restrict', 'age-restricted'],
    ['demote', 'demoted'],
    ['label', 'labelled'],
    ['mute', 'dark'],
    ['remove', 'dark'],
  ] as const)('proves %s by %s', (action, visibility) => {
    const after = seen({ audio: { DE: visibility }, title: { DE: visibility }, profile: {}, account: {} });
    expect(judgeEffect(effect({ action }), prior, after).state).toBe('proven');
    expect(judgeEffect(effect({ action }), prior, prior).state).toBe('failed');
  });

  it('knows what every action leaves to be seen', () => {
    expect(Action.options.map(visibilityUnder)).toEqual([
      'dark',
      'dark',
      'age-restricted',
      'demoted',
      'dark',
      'labelled',
      'up',
    ]);
  });
});

describe('judgeRestoration', () => {
  const prior = seen({ audio: { FR: 'dark' }, title: {} });
  const dark = seen({ audio: { DE: 'dark', FR: 'dark' }, title: {} });

  it('is proven when all is as it was', () => {
    expect(judgeRestoration(effect(), prior, prior)).toMatchObject({ state: 'proven', territories: { DE: 'proven' } });
  });

  it('is failed while something is still dark, unless others want it dark', () => {
    expect(judgeRestoration(effect(), prior, dark)).toMatchObject({
      state: 'failed',
      unproven: [{ component: 'audio', territory: 'DE', reason: 'not-restored' }],
    });
    expect(judgeRestoration(effect({ territories: ['WORLD'] }), prior, dark).territories).toEqual({ WORLD: 'failed' });
    const other = { components: ['audio'], territories: ['WORLD'], visibility: 'dark' } as const;
    expect(judgeRestoration(effect(), prior, dark, [other]).state).toBe('proven');
  });

  it('is pending without a reading or a capsule', () => {
    expect(judgeRestoration(effect(), null, prior).state).toBe('pending');
    expect(judgeRestoration(effect(), prior, null).state).toBe('pending');
  });
});

describe('countProofs', () => {
  it('counts items by state', () => {
    const prior = seen({ audio: {} });
    const proofs = [
      judgeEffect(effect(), prior, seen({ audio: { DE: 'dark' } })),
      judgeEffect(effect(), prior, prior),
      judgeEffect(effect(), prior, null),
    ];
    expect(countProofs(proofs)).toEqual({ proven: 1, failed: 1, pending: 1 });
  });
});
