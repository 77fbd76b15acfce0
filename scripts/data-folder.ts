import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder to keep data in, and those above it that are not there.
 * @returns null, or in a sentence why it cannot be used: it is a file, lies below one, or may not be made or written to
 */
export function refuseDataFolder(path: string): string | null {
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) return `WRIT_DATA names a file, and has to name a folder: ${path}.`;
    accessSync(path, constants.W_OK);
    return null;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    return `WRIT_DATA names a folder that cannot be made or written to: ${path} (${why}).`;
  }
}

/** One at a time: where the system makes none, as below /proc, Node never ends making them all at once. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
