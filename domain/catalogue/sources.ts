import type { Certainty } from '../clock.ts';
import type { Source } from '../source.ts';

/** A source that was read. */
export function read(cite: string): Source {
  return withCertainty(cite, 'source-checked');
}

/** General knowledge, not read again in a source. */
export function known(cite: string): Source {
  return withCertainty(cite, 'known');
}

/** Shaky knowledge: counsel checks it before it is relied upon. */
export function uncertain(cite: string): Source {
  return withCertainty(cite, 'uncertain');
}

function withCertainty(cite: string, certainty: Certainty): Source {
  return { cite, certainty };
}
