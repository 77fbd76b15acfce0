import type { Authority } from '#domain/authority';
import type { AuthorityRegister } from '../../functions/ports/authorities.ts';

/** Authorities that tests send orders as, each by its id as the id of its client. */
export const AUTHORITIES: readonly Authority[] = [
  ['de-bka', 'Bundeskriminalamt', 'DE'],
  ['au-esafety', 'eSafety Commissioner', 'AU'],
  ['de-lg-hamburg', 'Landgericht Hamburg', 'DE'],
  ['de-ag-berlin', 'Amtsgericht Berlin', 'DE'],
  ['fr-arcom', 'Arcom', 'FR'],
  ['fr-other', 'Office', 'FR'],
  ['fr-pharos', 'Pharos', 'FR'],
  ['gb-court', 'High Court', 'GB'],
  ['gb-met', 'Metropolitan Police', 'GB'],
  ['gb-nca', 'National Crime Agency', 'GB'],
  ['in-meity', 'MeitY', 'IN'],
  ['us-court', 'District Court', 'US'],
  ['us-ndcal', 'Northern District of California', 'US'],
].map(([id = '', name = '', country = '']) => ({ id, name, country, email: `${id}@authority.example` }));

/** A register of authorities in memory. */
export class MemoryAuthorities implements AuthorityRegister {
  readonly #entries = new Map(AUTHORITIES.map((authority) => [authority.id, authority]));

  async find(client: string): Promise<Authority | null> {
    return this.#entries.get(client) ?? null;
  }

  /** Enters a client of an authority, or takes it away. */
  set(client: string, authority: Authority | null): void {
    if (authority === null) this.#entries.delete(client);
    else this.#entries.set(client, authority);
  }
}
