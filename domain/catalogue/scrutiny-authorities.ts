import { findPlace } from '../places.ts';
import type { Source } from '../source.ts';
import { ESTABLISHMENT } from './basis-parts.ts';
import { read } from './sources.ts';

/** An authority that scrutinises removal orders of other Member States (Reg. (EU) 2021/784 Art 12(1)(b)). */
export interface ScrutinyAuthority {
  /** The id under which a deployment is told its address, beside those of other authorities. */
  readonly id: string;
  readonly name: string;
  readonly language: 'en' | 'de';
  readonly source: Source;
}

/** By the country of establishment, ISO 3166-1. */
const SCRUTINY_AUTHORITIES: Readonly<Record<string, ScrutinyAuthority>> = {
  DE: {
    id: 'bka-scrutiny',
    name: 'Bundeskriminalamt',
    language: 'de',
    source: read('TerrOIBG § 1(1): the Bundeskriminalamt issues removal orders and scrutinises those of others'),
  },
};

/** The authority that scrutinises orders of others to a platform that is established here; null where none is known. */
export function scrutinyAuthority(): ScrutinyAuthority | null {
  return SCRUTINY_AUTHORITIES[findPlace(ESTABLISHMENT.place)?.country ?? ''] ?? null;
}
