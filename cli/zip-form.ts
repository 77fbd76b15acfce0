import { crc32, inflateRawSync } from 'node:zlib';
import * as z from 'zod';

/** Lengths of the fixed parts of a zip and how each begins (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const LOCAL = { bytes: 30, signature: 0x04_03_4b_50 } as const;
const CENTRAL = { bytes: 46, signature: 0x02_01_4b_50 } as const;
const END = { bytes: 22, signature: 0x06_05_4b_50 } as const;
/** The only flag that may be set: the name is UTF-8. */
const UTF8_FLAG = 0x08_00;
const STORED = 0;
const DEFLATED = 8;

const Inflated = z.object({
  buffer: z.instanceof(Uint8Array),
  engine: z.looseObject({ bytesWritten: z.number() }),
});

/** What the central directory says of an entry, with the places of its two headers. */
interface Entry {
  readonly name: string;
  /** Where its record in the central directory begins. */
  readonly record: number;
  /** Where its local header begins. */
  readonly local: number;
  readonly nameLength: number;
  readonly compressed: number;
  readonly recordLength: number;
}

/**
 * Why a zip could show one reader something else than another, or hide something from all; null when it is only what
 * it seems. Its entries and its directory must fill it without a gap, each entry be described the same in both places,
 * and nothing be there that a bundle has no use for: comments, extra fields, data descriptors, encryption. Readers that
 * go through a zip from its start then see what those see that begin with its directory.
 */
export function faultOfZip(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return faultOfWhole(bytes, view);
  } catch (error) {
    if (error instanceof RangeError) return 'the zip names places that lie outside of it';
    throw error;
  }
}

function faultOfWhole(bytes: Uint8Array, view: DataView): string | null {
  const end = bytes.length - END.bytes;
  const directory = view.getUint32(end + 16, true);
  const isOneDisk =
    view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === view.getUint16(end + 10, true);
  const isLast = view.getUint32(end, true) === END.signature && view.getUint16(end + 20, true) === 0;
  if (!isLast || !isOneDisk || directory + view.getUint32(end + 12, true) !== end)
    return 'the zip does not end with its own directory: something was added, or cut off';
  let [at, record] = [0, directory];
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const entry = entryAt(bytes, view, record);
    if (entry.local !== at) return `the zip holds bytes before ${entry.name} that belong to no file`;
    const fault = faultOfHeaders(bytes, view, entry) ?? faultOfData(bytes, view, entry);
    if (fault !== null) return `the zip entry ${entry.name} ${fault}`;
    at += LOCAL.bytes + entry.nameLength + entry.compressed;
    record += entry.recordLength;
  }
  if (at !== directory) return 'the zip holds bytes behind its files that belong to none';
  return record === end ? null : 'the zip holds bytes in its directory that belong to no file';
}

function entryAt(bytes: Uint8Array, view: DataView, record: number): Entry {
  const nameLength = view.getUint16(record + 28, true);
  const start = record + CENTRAL.bytes;
  return {
    name: JSON.stringify(new TextDecoder().decode(bytes.subarray(start, start + nameLength))),
    record,
    local: view.getUint32(record + 42, true),
    nameLength,
    compressed: view.getUint32(record + 20, true),
    recordLength: CENTRAL.bytes + nameLength,
  };
}

function faultOfHeaders(bytes: Uint8Array, view: DataView, { record, local, nameLength }: Entry): string | null {
  if (view.getUint32(record, true) !== CENTRAL.signature || view.getUint32(local, true) !== LOCAL.signature)
    return 'does not begin as one';
  const extra = view.getUint16(record + 30, true);
  const comment = view.getUint16(record + 32, true);
  if (extra + comment + view.getUint16(record + 34, true) !== 0) return 'has a comment or an extra field';
  if ((view.getUint16(record + 8, true) & ~UTF8_FLAG) !== 0) return 'is encrypted or has a data descriptor';
  // From the version needed to the length of the extra field both headers hold the same fields in the same order.
  const described = same(bytes.subarray(record + 6, record + 32), bytes.subarray(local + 4, local + LOCAL.bytes));
  const [central, own] = [record + CENTRAL.bytes, local + LOCAL.bytes];
  const named = same(bytes.subarray(central, central + nameLength), bytes.subarray(own, own + nameLength));
  return described && named ? null : 'is described differently in the directory of the zip';
}

function faultOfData(
  bytes: Uint8Array,
  view: DataView,
  { record, local, nameLength, compressed }: Entry,
): string | null {
  const method = view.getUint16(record + 10, true);
  const size = view.getUint32(record + 24, true);
  const start = local + LOCAL.bytes + nameLength;
  const packed = bytes.subarray(start, start + compressed);
  const content = method === STORED ? packed : method === DEFLATED ? inflated(packed, size) : null;
  if (content === null) return 'is not packed as its header says';
  return content.length === size && crc32(content) === view.getUint32(record + 16, true)
    ? null
    : 'has another size or checksum than its header says';
}

/** Null when the bytes are not exactly one deflated stream of at most `most` bytes. */
function inflated(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    const options = { info: true, maxOutputLength: Math.max(most, 1) };
    const { buffer, engine } = Inflated.parse(inflateRawSync(packed, options));
    return engine.bytesWritten === packed.length ? buffer : null;
  } catch {
    return null;
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
