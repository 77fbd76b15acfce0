import { accessSync, constants, statfsSync } from 'node:fs';

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';
/** Bytes that a whole run takes there at the most, with room to spare. */
const ROOM = 4 * 1024 ** 3;

/**
 * Makes this process and those that it starts keep their temporary files in memory where there is room: products under
 * test sync each change, and a kill of a process tells nothing of a disk. Elsewhere they stay on the disk.
 */
export function useMemoryForFiles(): void {
  if (process.env['TMPDIR'] === undefined && hasRoom()) process.env['TMPDIR'] = IN_MEMORY;
}

function hasRoom(): boolean {
  try {
    accessSync(IN_MEMORY, constants.R_OK | constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}
