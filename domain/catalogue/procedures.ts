import type { DescribedBasis } from '../described-basis.ts';
import { DSA_ART18 } from './dsa-art-18.ts';
import { EU_TCO_ART4 } from './eu-tco-art-4.ts';
import { US_2258A } from './us-2258a.ts';

/** The legal bases that are carried out, though no demand is taken on them: they follow on the cases of others. */
export const PROCEDURES: readonly DescribedBasis[] = [DSA_ART18, EU_TCO_ART4, US_2258A];
