import { unzipSync } from 'fflate';
import type { BundleEntry } from '#domain/bundle';

/** Bytes to which a bundle may unpack; more is taken for a bomb. */
const MAX_UNPACKED_BYTES = 1_073_741_824;

/** The length of the record that ends a zip without a comment, and how it begins (PKWARE APPNOTE 4.3.16). */
const END_BYTES = 22;
const END_SIGNATURE = 0x06_05_4b_50;

/** Tells whether nothing follows the zip, neither a comment nor bytes that no reader would show. */
function endsWithItself(bytes: Uint8Array): boolean {
  if (bytes.length < END_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - END_BYTES, END_BYTES);
  return view.getUint32(0, true) === END_SIGNATURE;
}

/**
 * The files of a zip, in its own order and with names that occur twice kept twice; nothing is written to disk. Null when
 * it is no zip that can be read, one that unpacks to more than a gibibyte, or one that something was appended to.
 */
export function readZip(bytes: Uint8Array): readonly BundleEntry[] | null {
  if (!endsWithItself(bytes)) return null;
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
