import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

type Done = (error: Error | null) => void;
interface Written {
  readonly bytesWritten: number;
  readonly buffer: Buffer;
}

const writeReally = promisify(fs.write);
const syncReally = fs.fdatasync;
const held = new Map<number, Buffer[]>();

/** A segment of the engine's journal: an open file named by its path below the data directory. */
function isJournal(descriptor: number): boolean {
  return fs.readlinkSync(`/proc/self/fd/${descriptor}`).includes('journal-');
}

/** Keeps the bytes of a journal in this process: nothing of them is in the file before they are synced. */
async function write(descriptor: number, buffer: Buffer): Promise<Written> {
  if (!isJournal(descriptor)) return await writeReally(descriptor, buffer);
  const known = held.get(descriptor) ?? [];
  held.set(descriptor, [...known, Buffer.from(buffer)]);
  return { bytesWritten: buffer.length, buffer };
}

async function flush(descriptor: number): Promise<void> {
  const bytes = Buffer.concat(held.get(descriptor) ?? []);
  held.delete(descriptor);
  for (let at = 0; at < bytes.length; ) at += (await writeReally(descriptor, bytes.subarray(at))).bytesWritten;
}

/**
 * Makes the end of this process an end of the power, for the engine's journal: what was written and not synced is
 * gone, where an operating system that lives on would still have it. To be imported before anything that writes.
 */
function losePowerWithProcess(): void {
  const writeWithCallback = fs.write;
  const patched = (...parameters: unknown[]): void => Reflect.apply(writeWithCallback, fs, parameters);
  Object.assign(patched, { [promisify.custom]: write });
  Object.assign(fs, {
    write: patched,
    fdatasync: (descriptor: number, done: Done): void => {
      flush(descriptor).then(() => syncReally(descriptor, done), done);
    },
  });
  syncBuiltinESMExports();
}

losePowerWithProcess();
