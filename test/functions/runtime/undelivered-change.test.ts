import { describe, expect, it } from 'vitest';
import type { Delivery } from '#domain/delivery';
import { undeliveredChange } from '#runtime/undelivered-change';
import { sampleCase, sampleDelivery } from '../support/sample-case.ts';

const NOW = '2026-10-05T08:00:00.000Z';
const statement = (change: Partial<Delivery>) => sampleDelivery({ kind: 'statement-of-reasons', ...change });
const PARKED = statement({ state: 'parked', owner: 'operator', reason: 'bounced-permanent' });
const AGAIN = statement({ state: 'owed', resumed: true });

function changeOf(before: Delivery, after: Delivery, undelivered: number) {
  const { set, outbox } = undeliveredChange(sampleCase({ undelivered }), { before, after, pages: [] }, NOW);
  return { undelivered: set.undelivered ?? undelivered, pages: outbox.length };
}

describe('undeliveredChange', () => {
  it.each([
    ['parked for the first time', statement({ state: 'accepted' }), PARKED, { undelivered: 2, pages: 1 }],
    ['claimed after it was sent again', AGAIN, { ...AGAIN, state: 'claimed' }, { undelivered: 1, pages: 0 }],
    ['withheld after it was sent again', AGAIN, { ...AGAIN, state: 'scheduled' }, { undelivered: 1, pages: 0 }],
    [
      'taken after it was sent again',
      { ...AGAIN, state: 'claimed' },
      { ...AGAIN, state: 'accepted' },
      { undelivered: 0, pages: 0 },
    ],
    ['parked again', AGAIN, { ...PARKED, resumed: true }, { undelivered: 1, pages: 1 }],
    [
      'parked again once taken',
      { ...AGAIN, state: 'accepted' },
      { ...PARKED, resumed: true },
      { undelivered: 2, pages: 1 },
    ],
  ] as const)('counts and pages for a statement that is %s', (_, before, after, expected) => {
    expect(changeOf(before, after, 1)).toEqual(expected);
  });
});
