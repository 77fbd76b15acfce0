import type { TextField } from './draft.ts';

/** The longest text of each field, in characters, as the interface takes it; an explanation may get a line before it. */
export const LONGEST: Readonly<Record<TextField, number>> = {
  explanation: 19_000,
  meaning: 5_000,
  inaccuracies: 5_000,
  earlierCase: 64,
  name: 200,
  email: 254,
  signature: 200,
};
