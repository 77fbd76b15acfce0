import type { Fault } from './problem.ts';

/** How many faults are told at most. */
const MOST_FAULTS = 50;

interface Open {
  readonly path: string;
  readonly value: unknown;
}

/**
 * The texts and names in a JSON value that hold half a character (a lone surrogate), each by its path: they have no
 * UTF-8 form, so they could be neither hashed nor stored as they are. Takes a value of any depth.
 */
export function illFormedTexts(json: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  const open: Open[] = [{ path: '', value: json }];
  for (let next = open.pop(); next !== undefined && faults.length < MOST_FAULTS; next = open.pop()) {
    if (typeof next.value === 'string' && !next.value.isWellFormed()) faults.push(faultAt(next.path, 'the text'));
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [name, value] of Object.entries(next.value)) {
      const path = next.path === '' ? name : `${next.path}.${name}`;
      if (!name.isWellFormed()) faults.push(faultAt(path, 'the name'));
      open.push({ path, value });
    }
  }
  return faults;
}

function faultAt(path: string, what: string): Fault {
  return { path: path.toWellFormed(), message: `${what} holds half a character (a lone surrogate)` };
}
