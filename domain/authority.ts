import * as z from 'zod';
import { Country } from './territory.ts';

/** The id of an authority in the register, as its orders name it: its country first, `de-bka`. */
export const AuthorityId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'lowercase words joined by hyphens: de-bka');

/** A two-letter country code of ISO 3166-1. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'a country code of ISO 3166-1: DE');

/** An authority whose identity somebody of ours has verified, as the register holds it. */
export const Authority = z.strictObject({
  id: AuthorityId,
  /** Its official name, as messages address it. */
  name: z.string().min(2).max(200),
  /** Where reports on the effect of its orders go. */
  email: z.email().max(254),
  country: CountryCode,
});
export type Authority = z.infer<typeof Authority>;

/** Tells whether an id begins with that country, however either is written: `uk-met` agrees with `GB`. */
export function idAgrees(id: string, country: string): boolean {
  const [named, given] = [id.split('-', 1).join('').toUpperCase(), country].map((code) => Country.safeParse(code).data);
  return named !== undefined && named === given;
}

/**
 * Who sent an order: an authority of the register, or a client that no entry of the register names. Nothing is known of
 * the latter but the id of its client: its orders are kept and reviewed, and never acted on first.
 */
export type OrderSender =
  | (Authority & { readonly registered: true })
  | {
      readonly id: string;
      readonly name: string;
      readonly email: null;
      readonly country: null;
      readonly registered: false;
    };

/** Who sends through a client: the register's entry of it, or the client alone. */
export function orderSender(entry: Authority | null, client: string): OrderSender {
  if (entry !== null) return { ...entry, registered: true };
  return { id: client, name: client, email: null, country: null, registered: false };
}

/** What the partitions of the register begin with, in the table of cases. */
export const AUTHORITY_PREFIX = 'AUTHORITY#';

/** The key of a client's entry in the register; `client` is the id of its credentials in the user pool. */
export function authorityKey(client: string): { readonly pk: string; readonly sk: string } {
  return { pk: `${AUTHORITY_PREFIX}${client}`, sk: 'ENTRY' };
}
