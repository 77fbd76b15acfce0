import { describe, expect, it } from 'vitest';
import { type MailFaults, planDelivery } from '#local/mail/delivery-plan';

const HOUR = 3_600_000;
const ALL = ['a@x', 'b@x'];

describe('planDelivery', () => {
  it.each<[string, MailFaults, [string, number, string[]][]]>([
    [
      'all is well',
      { mode: 'none' },
      [
        ['Send', 0, ALL],
        ['Delivery', 0, ALL],
      ],
    ],
    [
      'a bounce at once',
      { mode: 'bounce' },
      [
        ['Send', 0, ALL],
        ['Bounce', 0, ALL],
      ],
    ],
    [
      'a bounce after an hour',
      { mode: 'bounce', after: 'PT1H' },
      [
        ['Send', 0, ALL],
        ['Delivery', 0, ALL],
        ['Bounce', HOUR, ALL],
      ],
    ],
    [
      'a delay of the usual hour',
      { mode: 'delay' },
      [
        ['Send', 0, ALL],
        ['DeliveryDelay', 0, ALL],
        ['Delivery', HOUR, ALL],
      ],
    ],
    [
      'one recipient of two',
      { mode: 'bounce', recipient: 'B@X' },
      [
        ['Send', 0, ALL],
        ['Delivery', 0, ['a@x']],
        ['Bounce', 0, ['b@x']],
      ],
    ],
    [
      'a recipient of another mail',
      { mode: 'bounce', recipient: 'c@x' },
      [
        ['Send', 0, ALL],
        ['Delivery', 0, ALL],
      ],
    ],
  ])('plans %s', (_, faults, expected) => {
    const planned = planDelivery(ALL, faults, 1_000);
    expect(planned.map(({ type, at, recipients }) => [type, at - 1_000, recipients])).toEqual(expected);
  });
});
