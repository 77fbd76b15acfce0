import { join } from 'node:path';

/** Where products under test keep what they have compiled, for the next one that starts; emptied by each run. */
export const COMPILED = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'writ', 'compiled');
