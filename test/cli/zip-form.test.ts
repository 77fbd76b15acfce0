import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultInWords } from '../../cli/bundle-faults.ts';
import { faultOfZip } from '../../cli/zip-form.ts';

const FILES = { 'events.jsonl': strToU8('{"seq":1}\n'.repeat(30)), 'payloads/a.json': new Uint8Array() };
const ZIP = Buffer.from(zipSync(FILES, { level: 6 }));
const DIRECTORY = ZIP.readUInt32LE(ZIP.length - 6);
const FIRST_PACKED = ZIP.readUInt32LE(18);
const NAME = 'events.jsonl'.length;

/** The zip with `inserted` bytes at `at`, and its end record, records and local offsets made to fit. */
function withInserted(at: number, inserted: Uint8Array): Buffer {
  const made = Buffer.concat([ZIP.subarray(0, at), inserted, ZIP.subarray(at)]);
  const directory = at <= DIRECTORY ? DIRECTORY + inserted.length : DIRECTORY;
  made.writeUInt32LE(directory, made.length - 6);
  made.writeUInt32LE(made.length - 22 - directory, made.length - 10);
  for (let record = directory; at <= DIRECTORY && record < made.length - 22; ) {
    const local = made.readUInt32LE(record + 42);
    if (local >= at) made.writeUInt32LE(local + inserted.length, record + 42);
    record += 46 + made.readUInt16LE(record + 28);
  }
  return made;
}

function changed(change: (zip: Buffer) => void, zip: Buffer = Buffer.from(ZIP)): Buffer {
  change(zip);
  return zip;
}

/** Both headers of the first entry, with a field of the local header and its twin in the directory changed. */
function inBoth(local: number, value: number): Buffer {
  return changed((zip) => {
    zip.writeUInt16LE(value, local);
    zip.writeUInt16LE(value, DIRECTORY + local + 2);
  });
}

const HIDDEN = Buffer.from(zipSync({ 'events.jsonl': strToU8('{"forged":true}') }, { level: 0 }));
const ENTRY = HIDDEN.subarray(0, HIDDEN.readUInt32LE(HIDDEN.length - 6));

describe('faultOfZip', () => {
  it('takes a zip as bundles are made, packed or stored', () => {
    expect(faultOfZip(ZIP)).toBeNull();
    expect(faultOfZip(zipSync(FILES, { level: 0 }))).toBeNull();
    expect(faultOfZip(Buffer.concat([Buffer.from('view'), ZIP]).subarray(4))).toBeNull();
  });

  it.each([
    ['another entry before the files', withInserted(0, ENTRY), 'bytes before "events.jsonl"'],
    [
      'bytes between two files',
      withInserted(30 + NAME + FIRST_PACKED, Buffer.from('x')),
      'bytes before "payloads/a.json"',
    ],
    ['an entry that the directory does not name', withInserted(DIRECTORY, ENTRY), 'bytes behind its files'],
    ['bytes in the directory', withInserted(ZIP.length - 22, Buffer.from('he confessed')), 'bytes in its directory'],
    ['a second end', Buffer.concat([ZIP, ZIP.subarray(-22)]), 'does not end with its own directory'],
    ['a comment of the whole', changed((zip) => zip.writeUInt16LE(3, zip.length - 2)), 'does not end with its own'],
    ['another disk', changed((zip) => zip.writeUInt16LE(1, zip.length - 18)), 'does not end with its own directory'],
    [
      'fewer entries on this disk',
      changed((zip) => zip.writeUInt16LE(1, zip.length - 14)),
      'does not end with its own',
    ],
    [
      'a comment of a file',
      changed((zip) => zip.writeUInt16LE(2, DIRECTORY + 32), withInserted(DIRECTORY + 46 + NAME, Buffer.from('hi'))),
      'has a comment or an extra field',
    ],
    ['an extra field', inBoth(28, 4), 'has a comment or an extra field'],
    ['an encrypted file', inBoth(6, 1), 'is encrypted or has a data descriptor'],
    ['a data descriptor', inBoth(6, 8), 'is encrypted or has a data descriptor'],
    ['another name in the file itself', changed((zip) => zip.write('X', 30)), 'is described differently'],
    ['another time in the file itself', changed((zip) => zip.writeUInt16LE(7, 10)), 'is described differently'],
    ['another way of packing', inBoth(8, 12), 'is not packed as its header says'],
    ['another checksum', inBoth(14, 7), 'has another size or checksum'],
    ['another size', inBoth(22, 301), 'has another size or checksum'],
    ['a larger file than said', inBoth(22, 299), 'is not packed as its header says'],
    ['another beginning', changed((zip) => zip.writeUInt32LE(0, 0)), 'does not begin as one'],
    ['a directory beyond the end', changed((zip) => zip.writeUInt32LE(0xff_ff_ff_00, DIRECTORY + 42)), 'bytes before'],
    ['nothing', Buffer.alloc(0), 'outside of it'],
    ['more files than there are', inEnd(40), 'outside of it'],
  ])('finds %s', (_what, zip, reason) => {
    const fault = faultOfZip(zip);
    expect(fault).toContain(reason);
    expect(faultInWords(fault ?? '', 'de')).toMatch(/^(?:die Zip-Datei|der Zip-Eintrag) /);
  });

  it('finds bytes hidden behind the packed content of a file', () => {
    const longer = withInserted(30 + NAME + FIRST_PACKED, strToU8('hidden'));
    const directory = DIRECTORY + 6;
    longer.writeUInt32LE(FIRST_PACKED + 6, 18);
    longer.writeUInt32LE(FIRST_PACKED + 6, directory + 20);
    expect(faultOfZip(longer)).toBe('the zip entry "events.jsonl" is not packed as its header says');
  });
});

function inEnd(entries: number): Buffer {
  return changed((zip) => {
    zip.writeUInt16LE(entries, zip.length - 14);
    zip.writeUInt16LE(entries, zip.length - 12);
  });
}
