import { expect, it } from 'vitest';
import { seedProduct } from '../../scripts/seed.ts';
import { sharedProduct } from '../support/shared-product.ts';

it('seeds eight cases in different states through the API', async () => {
  const said: string[] = [];
  await seedProduct(sharedProduct().urls.api, (line) => said.push(line));
  const states = said.flatMap((line) => /^ {2}\S+ {2}([a-z ]+)/.exec(line)?.[1] ?? []);
  expect(states).toHaveLength(8);
  expect([...new Set(states)].sort()).toEqual(['awaiting approval', 'awaiting information', 'closed', 'in review']);
});
