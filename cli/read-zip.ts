import { unzipSync } from 'fflate';
import type { BundleEntry } from '#domain/bundle';

/** Bytes to which a bundle may unpack; more is taken for a bomb. */
const MAX_UNPACKED_BYTES = 1_073_741_824;

/**
 * The files of a zip, in its own order and with names that occur twice kept twice; nothing is written to disk. Null when
 * it is no zip that can be read, or one that unpacks to more than a gibibyte. What else it may hide: `faultOfZip`.
 */
export function readZip(bytes: Uint8Array): readonly BundleEntry[] | null {
  const names: string[] = [];
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        names.push(file.name);
        unpacked += file.originalSize;
        return unpacked <= MAX_UNPACKED_BYTES;
      },
    });
    if (unpacked > MAX_UNPACKED_BYTES) return null;
    return names.map((name) => ({
      name,
      bytes: (Object.hasOwn(files, name) ? files[name] : undefined) ?? new Uint8Array(),
    }));
  } catch {
    return null;
  }
}
