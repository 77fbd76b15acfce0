import type { DescribedBasis } from '../described-basis.ts';
import { DSA_ART20 } from './dsa-art-20.ts';

/** The legal bases that are described and have clocks, and on which no demand is taken: no workflow does what they ask. */
export const DESCRIBED_BASES: readonly DescribedBasis[] = [DSA_ART20];
