import type { DescribedBasis } from '../described-basis.ts';
import { EU_TCO_ART4 } from './eu-tco-art-4.ts';

/** The legal bases that are carried out, though no demand is taken on them: they follow on the cases of others. */
export const PROCEDURES: readonly DescribedBasis[] = [EU_TCO_ART4];
