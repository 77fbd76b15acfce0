import { describe, expect, it } from 'vitest';
import type { Delivery, DeliveryKind } from '#domain/delivery';
import { inOrderOwed, takesBack, waitsForAnother } from '#domain/delivery-order';

const duty = (kind: DeliveryKind, owedAt: string | null, state: Delivery['state'] = 'owed', personId = 'partner') => ({
  deliveryId: `${kind}.${personId}`,
  kind,
  owedAt,
  state,
  personId,
});

describe('inOrderOwed', () => {
  it('puts the message owed first first, whatever its id', () => {
    const duties = [
      duty('partner-reinstatement', '2026-10-06T00:00:00.000Z'),
      duty('partner-restriction', '2026-10-05T00:00:00.000Z'),
      duty('receipt', null),
    ];
    expect(inOrderOwed(duties).map(({ kind }) => kind)).toEqual([
      'receipt',
      'partner-restriction',
      'partner-reinstatement',
    ]);
  });

  it('takes those of one instant in the order of their kinds, then of their ids', () => {
    const at = '2026-10-05T00:00:00.000Z';
    const duties = [
      duty('partner-restriction', at),
      duty('effect-report', at, 'owed', 'b'),
      duty('effect-report', at, 'owed', 'a'),
      duty('information-about-order', at),
    ];
    expect(inOrderOwed(duties).map(({ deliveryId }) => deliveryId)).toEqual([
      'information-about-order.partner',
      'effect-report.a',
      'effect-report.b',
      'partner-restriction.partner',
    ]);
  });
});

describe('waitsForAnother', () => {
  const lifted = duty('partner-reinstatement', '2026-10-06T00:00:00.000Z');

  it.each(['owed', 'claimed', 'scheduled'] as const)('holds a taking back while what it takes back is %s', (state) => {
    expect(waitsForAnother(lifted, [lifted, duty('partner-restriction', '2026-10-05T00:00:00.000Z', state)])).toBe(
      true,
    );
  });

  it.each([
    ['has left', duty('partner-restriction', '2026-10-05T00:00:00.000Z', 'accepted')],
    ['is with a person', duty('partner-restriction', '2026-10-05T00:00:00.000Z', 'parked')],
    ['goes to somebody else', duty('partner-restriction', '2026-10-05T00:00:00.000Z', 'owed', 'other')],
    ['is of a later restriction', duty('partner-restriction', '2026-10-07T00:00:00.000Z')],
    ['says something else', duty('effect-report', '2026-10-05T00:00:00.000Z')],
  ])('lets it go when the other %s', (_, other) => {
    expect(waitsForAnother(lifted, [lifted, other])).toBe(false);
  });

  it('knows which messages take something back', () => {
    expect([takesBack(lifted), takesBack(duty('receipt', null))]).toEqual([true, false]);
  });
});
