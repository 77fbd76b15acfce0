import { FREE, PRICED_BY_USE, PRICES_AT_REST } from '../prices/at-rest.ts';
import type { Price } from '../prices/price.ts';
import type { StackTemplate } from '../templates.ts';

/** What a deployment costs before it is used. */
export interface CostAtRest {
  /** Dollars a month, without tax and free tiers. */
  readonly usd: number;
  readonly parts: readonly { readonly price: Price; readonly count: number; readonly usd: number }[];
  /** Types that cost by use. */
  readonly byUse: readonly { readonly type: string; readonly count: number; readonly counts: string }[];
  /** How many resources cost nothing at all. */
  readonly free: number;
  /** Types for which there is no price: the sum lacks them. */
  readonly unknown: readonly string[];
}

/** Reckons what the resources of the templates cost in a month in which nothing happens. */
export function costAtRest(stacks: readonly StackTemplate[], prices = PRICES_AT_REST): CostAtRest {
  const counts = countTypes(stacks);
  const parts = prices.flatMap((price) => {
    const count = counts.get(price.item) ?? 0;
    return count === 0 ? [] : [{ price, count, usd: cents(count * price.usd) }];
  });
  const priced = new Set(prices.map(({ item }) => item));
  const rest = [...counts].filter(([type]) => !priced.has(type));
  return {
    usd: cents(parts.reduce((sum, { usd }) => sum + usd, 0)),
    parts,
    byUse: rest.flatMap(([type, count]) => {
      const counted = PRICED_BY_USE[type];
      return counted === undefined ? [] : [{ type, count, counts: counted }];
    }),
    free: rest.reduce((sum, [type, count]) => sum + (FREE.has(type) ? count : 0), 0),
    unknown: rest.flatMap(([type]) => (FREE.has(type) || type in PRICED_BY_USE ? [] : [type])),
  };
}

/** How many resources of each type there are, in the order of the alphabet. */
export function countTypes(stacks: readonly StackTemplate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of stacks.flatMap(({ resources }) => resources)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return new Map([...counts].sort());
}

/** The reckoning in lines. */
export function costLines({ usd, parts, byUse, free, unknown }: CostAtRest): readonly string[] {
  return [
    `At rest it costs about $${usd.toFixed(2)} a month at list price:`,
    ...parts.map(
      ({ price, count, usd: sum }) =>
        `  $${sum.toFixed(2)}  ${count} × $${price.usd} for each ${price.unit} (${price.service}, ${price.region}, ${price.asOf}, ${price.certainty}, ${price.source})`,
    ),
    'By use, nothing at rest:',
    ...byUse.map(({ type, count, counts }) => `  ${count} × ${type}: ${counts}`),
    `Free: ${free} other resources.`,
    ...unknown.map((type) => `No price is known for ${type}; the sum lacks it. Add it to scripts/prices/at-rest.ts.`),
  ];
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}
