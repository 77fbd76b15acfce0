import { describe, expect, it } from 'vitest';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { findContradictions } from '#domain/messages/find-contradictions';
import { itemFacts, noticeSheet, provenEffect, removalOrderSheet } from './fact-sheets.ts';

const decision = noticeSheet().decision!;

describe('findContradictions', () => {
  it('finds none between sheets of one decision for several readers', () => {
    const forUploader = noticeSheet({
      receivedAt: '2026-11-22T14:40:05.000Z',
      sender: null,
      items: [itemFacts({ effects: [provenEffect(['DE'])] })],
    });
    const two = noticeSheet({ items: [itemFacts(), itemFacts({ itemId: 'item-2' })] });

    expect(findContradictions([two, forUploader, noticeSheet({ decision: null })])).toEqual([]);
  });

  it('reads territory groups and their countries as the same scope', () => {
    const spelledOut = removalOrderSheet();
    const [item] = spelledOut.items;
    const group = removalOrderSheet({ items: [{ ...item!, territories: item!.effects[0]!.territories }] });

    expect(findContradictions([spelledOut, group])).toEqual([]);
  });

  it.each<[string, Partial<FactSheet>]>([
    ['receivedAt', { receivedAt: '2026-11-22T14:40:06Z' }],
    ['decision.decidedAt', { decision: { ...decision, decidedAt: '2026-11-22T15:01:30Z' } }],
    [
      'decision.ground.provision',
      { decision: { ...decision, ground: { ...decision.ground!, provision: '§ 86a StGB' } } },
    ],
    [
      'decision.automation.detection',
      { decision: { ...decision, automation: { ...decision.automation, detection: true } } },
    ],
    ['items[].territories', { items: [itemFacts({ territories: ['DE', 'AT'] })] }],
    ['items[].components', { items: [itemFacts({ components: ['audio', 'title'] })] }],
    ['items[].until', { items: [itemFacts({ until: '2027-01-01T00:00:00Z' })] }],
    ['items[].action', { items: [itemFacts({ action: 'remove' })] }],
    [
      'items[].effects[].effectiveAt',
      { items: [itemFacts({ effects: [{ ...provenEffect(['DE']), effectiveAt: '2026-11-22T15:02:12Z' }] })] },
    ],
    ['sender.name', { sender: { ...noticeSheet().sender!, name: 'Somebody else' } }],
  ])('finds that two sheets differ on %s', (field, changes) => {
    const differing = findContradictions([
      noticeSheet({ items: [itemFacts({ until: '2027-02-01T00:00:00Z' })] }),
      noticeSheet({ items: [itemFacts({ until: '2027-02-01T00:00:00Z' })], ...changes }),
    ]);

    expect(differing).toContainEqual(expect.objectContaining({ problem: 'differs', field, sheets: [0, 1] }));
  });

  it.each<[string, FactSheet]>([
    ['decision.decidedAt', noticeSheet({ receivedAt: '2026-11-22T15:01:30Z' })],
    ['items[].effects[].effectiveAt', noticeSheet({ receivedAt: '2026-11-22T15:02:30Z' })],
    ['items[].effects[].territories', noticeSheet({ items: [itemFacts({ effects: [provenEffect(['AT'])] })] })],
    [
      'items[].effects[].provenAt',
      noticeSheet({ items: [itemFacts({ effects: [{ ...provenEffect(['DE']), provenAt: null }] })] }),
    ],
    ['items[].effects', noticeSheet({ items: [itemFacts({ action: 'none' })] })],
    ['items[].action', noticeSheet({ decision: { ...decision, outcome: 'reject' } })],
    ['items[].itemId', noticeSheet({ items: [itemFacts(), itemFacts()] })],
    ['decision.ground', noticeSheet({ decision: { ...decision, ground: null } })],
    ['trigger', noticeSheet({ trigger: 'own-initiative' })],
    ['senderDisclosed', noticeSheet({ sender: null, senderDisclosed: true })],
  ])('finds that one sheet is impossible in itself: %s', (field, sheet) => {
    expect(findContradictions([sheet])).toContainEqual(expect.objectContaining({ problem: 'impossible', field }));
  });
});
