import { findPlace } from './places.ts';

/** How an authority is addressed when an order of it is answered. */
export interface AuthorityContact {
  readonly name: string;
  readonly email: string;
  /** ISO 3166-1, or null when its id does not say. */
  readonly country: string | null;
}

/** Authorities whose name is known; an operator adds one when its client is made. */
const NAMES: Readonly<Record<string, string>> = {
  'de-bka': 'Bundeskriminalamt',
  'de-bnetza': 'Bundesnetzagentur',
};

/**
 * The contact of an authority by its id, which begins with its country (`de-bka`). One without an entry of its own is
 * addressed below the reserved domain `example` (RFC 2606): it can reach nobody by mistake, and its bounce is shown.
 */
export function authorityContact(authorityId: string): AuthorityContact {
  const local = authorityId.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  const prefix = /^([a-z]{2})-/.exec(local)?.[1] ?? '';
  return {
    name: NAMES[authorityId] ?? authorityId,
    email: `${local}@authority.example`,
    country: findPlace(prefix)?.country ?? null,
  };
}
