import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { Item } from '#domain/item';
import type { LegalBasis, LegalBasisId } from '#domain/legal-basis';

/** The newest version of a basis that the catalogue must hold. */
export function basisOf(id: LegalBasisId): LegalBasis {
  const basis = findLegalBasis(id);
  if (basis === null) throw new Error(`no basis ${id}`);
  return basis;
}

/** A located item of a case. */
export function itemOf(changes: Partial<Item> = {}): Item {
  return {
    itemId: 'item-1',
    url: 'https://music.example/tracks/trk-1',
    reference: { kind: 'tracks', id: 'trk-1' },
    components: [],
    territories: [],
    note: null,
    ...changes,
  };
}
