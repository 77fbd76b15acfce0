import { describe, expect, it } from 'vitest';
import type { Availability } from '#domain/availability';
import type { PlannedEffect } from '#domain/effects';
import { staysRestricted } from '#domain/restoration';

const effect: PlannedEffect = {
  itemId: 'item-1',
  action: 'disable',
  components: ['audio'],
  territories: ['DE'],
  until: null,
};

function audio(
  inGermany: 'up' | 'dark' | 'labelled' | 'age-restricted',
  elsewhere: 'up' | 'dark' = 'up',
): Availability {
  const up = { default: 'up' as const, exceptions: {} };
  return { audio: { default: elsewhere, exceptions: { DE: inGermany } }, title: up, profile: up };
}

describe('staysRestricted', () => {
  it.each([
    ['what is up again', effect, audio('up'), audio('up'), false],
    ['what another restriction keeps dark', effect, audio('up'), audio('dark'), true],
    ['what was dark before and is', effect, audio('dark'), audio('dark'), true],
    ['what was labelled before and is', effect, audio('labelled'), audio('labelled'), false],
    ['what has been age-restricted since', effect, audio('up'), audio('age-restricted'), true],
    ['what is dark elsewhere only', effect, audio('up'), audio('up', 'dark'), false],
    ['an effect in the whole world', { ...effect, territories: ['WORLD'] }, audio('up'), audio('dark'), true],
    ['a whole item', { ...effect, components: [] }, audio('up'), audio('dark'), true],
    ['a part that is gone', effect, audio('up'), {}, true],
    ['a part that never was', { ...effect, components: ['lyrics' as const] }, audio('up'), audio('up'), false],
    ['an item whose state before is not known', effect, null, audio('dark'), true],
  ])('judges %s', (_what, lifted, prior, readBack, stays) => {
    expect(staysRestricted(lifted, prior, readBack)).toBe(stays);
  });
});
