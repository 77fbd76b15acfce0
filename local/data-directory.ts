import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another living process runs on this data directory. */
class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';
}

/** A data directory that this process alone uses. */
export interface DataDirectory {
  /** Its absolute path. */
  readonly path: string;
  /** Makes a folder in it and gives its path. */
  folder(name: string): string;
  release(): void;
}

/** Makes and takes a data directory; the operating system gives the lock back when the process dies, however it dies. */
export function takeDataDirectory(directory: string): DataDirectory {
  mkdirSync(directory, { recursive: true });
  const path = realpathSync(directory);
  const lock = new DatabaseSync(join(path, 'lock'), { timeout: 1000 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new DataDirectoryInUseError(`${path} is in use by a running Writ; stop it or choose another WRIT_DATA.`);
  }
  return {
    path,
    folder(name) {
      const folder = join(path, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    release: () => lock.close(),
  };
}
