import { describe, expect, it } from 'vitest';
import type { ItemDecision } from '#domain/decision';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { differingFacts, toldFacts } from '#domain/messages/told-facts';
import { itemFacts, noticeSheet, provenEffect } from './fact-sheets.ts';

const decision = noticeSheet().decision!;
const DECIDED: ItemDecision = {
  ...{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['EU'], until: null },
};
const GERMANY: ItemDecision = { ...DECIDED, territories: ['DE'] };

const told = (changes: Partial<FactSheet> = {}, decided: readonly ItemDecision[] = [DECIDED]) =>
  toldFacts(noticeSheet(changes), decided, (text) => text);
const against = (changes: Partial<FactSheet>, decided?: readonly ItemDecision[]) =>
  differingFacts([told(), told()], told(changes, decided));

describe('what the messages of one decision must agree on', () => {
  it.each<[string, Partial<FactSheet>, (readonly ItemDecision[])?]>([
    ['dates', { receivedAt: '2026-11-22T14:40:06Z' }],
    ['dates', { decision: { ...decision, decidedAt: '2026-11-22T15:01:30Z' } }],
    ['ground', { decision: { ...decision, ground: { ...decision.ground!, provision: '§ 86a StGB' } } }],
    ['ground', { decision: { ...decision, outcome: 'reject' } }],
    ['scope', {}, [GERMANY]],
    ['scope', {}, [{ ...DECIDED, until: '2027-01-01T00:00:00Z' }]],
    ['automation', { decision: { ...decision, automation: { detection: true, decision: 'not-automated' } } }],
    ['automation', { trigger: 'own-initiative' }],
    ['parties', { sender: { ...noticeSheet().sender!, name: 'Jemand anderes' } }],
    ['parties', { senderDisclosed: true }],
    [
      'effects',
      { items: [itemFacts({ effects: [{ ...provenEffect(['DE']), effectiveAt: '2026-11-22T15:02:12Z' }] })] },
    ],
  ])('differs in its %s', (kind, changes, decided) => {
    expect(against(changes, decided)).toEqual([kind]);
  });

  it.each<[string, Partial<FactSheet>, (readonly ItemDecision[])?]>([
    ['an address that is corrected', { sender: { ...noticeSheet().sender!, email: 'neu@kanzlei.example' } }],
    ['another writing of the same instant', { receivedAt: '2026-11-22T14:40:05.000Z' }],
    ['a later hour of writing', { composedAt: '2026-11-22T16:05:00Z' }],
    ['an effect that is open yet', { items: [itemFacts({ effects: [] })] }],
    ['another order of the same countries', {}, [{ ...DECIDED, territories: ['FR', 'EU'] }]],
  ])('does not differ by %s', (_, changes, decided) => {
    expect(against(changes, decided)).toEqual([]);
  });
});
