import type { Fault } from './problem.ts';

/** How many faults are told at most. */
const MOST_FAULTS = 50;
/** A text, or a sign that opens, closes or divides. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** An object or a list that is open where the reader stands; a list has no names. */
interface Open {
  readonly path: string;
  readonly names: Set<string> | null;
  name: string;
}

/**
 * The names that an object of a JSON text gives more than once, each by its path: readers differ on which of the values
 * counts (RFC 8259 section 4), so what was signed or hashed would mean one thing here and another elsewhere. Takes text
 * that is known to be JSON.
 */
export function repeatedNames(json: string): readonly Fault[] {
  const faults: Fault[] = [];
  const open: Open[] = [];
  let text = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const within = open.at(-1);
    if (token === '{' || token === '[') {
      open.push({ path: pathIn(within), names: token === '{' ? new Set() : null, name: '' });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && within?.names) {
      within.name = String(JSON.parse(text));
      if (within.names.has(within.name)) faults.push({ path: pathIn(within), message: 'given more than once' });
      if (faults.length === MOST_FAULTS) return faults;
      within.names.add(within.name);
    } else text = token;
  }
  return faults;
}

function pathIn(open: Open | undefined): string {
  if (open === undefined) return '';
  return open.path === '' || open.name === '' ? `${open.path}${open.name}` : `${open.path}.${open.name}`;
}
