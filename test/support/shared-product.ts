import { inject } from 'vitest';
import { CheckedClient } from './checked-client.ts';

/** Where a product is reached that runs in a process of its own. */
export interface ProductUrls {
  readonly api: string;
  readonly states: string;
}

/** A product that several journeys share. */
export interface SharedProduct {
  readonly client: CheckedClient;
  readonly urls: ProductUrls;
}

/**
 * The product that the journeys of this worker share, one after the other: until each of its functions has run once, a
 * product needs seconds. Each journey has items of its own, asks only about its own cases, mends what it breaks, and
 * takes the driven clock as it finds it.
 */
export function sharedProduct(): SharedProduct {
  const pool = Number(process.env['VITEST_POOL_ID']);
  const urls = inject('products')[pool - 1];
  if (urls === undefined) throw new Error(`no product for worker ${pool}`);
  return { client: new CheckedClient(urls.api), urls };
}
