import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type DurableLog, openDurableLog } from '../durable-log.ts';

/** Until when a version may not be deleted. */
export const Retention = z.object({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), until: z.iso.datetime() });
export type Retention = z.infer<typeof Retention>;

/** One version of an object; a delete marker has no file. */
export const ObjectVersion = z.object({
  bucket: z.string(),
  key: z.string(),
  /** `null` (the word) in a bucket without versions. */
  versionId: z.string(),
  file: z.string().nullable(),
  size: z.int().nonnegative(),
  etag: z.string(),
  lastModified: z.iso.datetime(),
  /** Headers given at the time of writing that a reader gets back. */
  headers: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
  retention: Retention.nullable(),
});
export type ObjectVersion = z.infer<typeof ObjectVersion>;

const IndexRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('written'), version: ObjectVersion }),
  z.object({ type: z.literal('deleted'), bucket: z.string(), key: z.string(), versionId: z.string() }),
  z.object({
    type: z.literal('retained'),
    bucket: z.string(),
    key: z.string(),
    versionId: z.string(),
    retention: Retention,
  }),
]);
type IndexRecord = z.infer<typeof IndexRecord>;

/**
 * The objects of all buckets: each version's bytes in a file of its own, synced before the index names it, so that
 * a half-written object is never seen. The index is a durable log.
 */
export class ObjectStore {
  readonly #directory: string;
  readonly #objects = new Map<string, Map<string, readonly ObjectVersion[]>>();
  #log: DurableLog<IndexRecord> | undefined;

  /** Use `openObjectStore`. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Reads the index. */
  async open(): Promise<void> {
    await mkdir(join(this.#directory, 'objects'), { recursive: true });
    this.#log = await openDurableLog({
      file: join(this.#directory, 'index.jsonl'),
      schema: IndexRecord,
      apply: (record) => this.#apply(record),
      snapshot: () => this.#snapshot(),
    });
    await this.#sweep();
  }

  /** The versions of an object, newest first. */
  versions(bucket: string, key: string): readonly ObjectVersion[] {
    return this.#objects.get(bucket)?.get(key) ?? [];
  }

  /** The newest version of every object of a bucket, without deleted ones, in order of key. */
  current(bucket: string): readonly ObjectVersion[] {
    const newest = [...(this.#objects.get(bucket)?.values() ?? [])].flatMap((versions) => versions.slice(0, 1));
    return newest.filter(({ file }) => file !== null).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Every version of every object of a bucket, in order of key, newest first. */
  all(bucket: string): readonly ObjectVersion[] {
    const objects = [...(this.#objects.get(bucket) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return objects.flatMap(([, versions]) => versions);
  }

  /** Puts bytes on disk without naming them yet; gives the file's name. */
  async writeBytes(body: Buffer): Promise<string> {
    const file = randomUUID();
    const handle = await open(join(this.#directory, 'objects', file), 'wx', 0o600);
    try {
      await handle.writeFile(body);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return file;
  }

  /** The bytes of a version. */
  readBytes(file: string): Promise<Buffer> {
    return readFile(join(this.#directory, 'objects', file));
  }

  /** Removes bytes that no version names. */
  async dropBytes(file: string | null | undefined): Promise<void> {
    if (file) await rm(join(this.#directory, 'objects', file), { force: true });
  }

  /** Adds a version as the newest; in a bucket without versions it takes the place of the one before. */
  async add(version: ObjectVersion): Promise<void> {
    const replaced = this.#find(version.bucket, version.key, version.versionId);
    await this.#append({ type: 'written', version });
    await this.dropBytes(replaced?.file);
  }

  /** Deletes one version for good. */
  async remove({ bucket, key, versionId, file }: ObjectVersion): Promise<void> {
    await this.#append({ type: 'deleted', bucket, key, versionId });
    await this.dropBytes(file);
  }

  /** Sets until when a version is kept. */
  retain({ bucket, key, versionId }: ObjectVersion, retention: Retention): Promise<void> {
    return this.#append({ type: 'retained', bucket, key, versionId, retention });
  }

  /** Resolves when everything changed so far is on disk. */
  async flushed(): Promise<void> {
    await this.#log?.flushed();
  }

  /** Removes what a crash left between the bytes of an object and its entry in the index, or the other way round. */
  async #sweep(): Promise<void> {
    const all = [...this.#objects.values()].flatMap((objects) => [...objects.values()].flat());
    const named = new Set(all.map(({ file }) => file));
    const files = await readdir(join(this.#directory, 'objects'));
    for (const file of files) if (!named.has(file)) await this.dropBytes(file);
  }

  async #append(record: IndexRecord): Promise<void> {
    if (this.#log === undefined) throw new Error('the object store is not open');
    await this.#log.append(record);
  }

  #find(bucket: string, key: string, versionId: string): ObjectVersion | undefined {
    return this.versions(bucket, key).find((version) => version.versionId === versionId);
  }

  #apply(record: IndexRecord): void {
    const { bucket, key, versionId } = record.type === 'written' ? record.version : record;
    const others = this.versions(bucket, key).filter((version) => version.versionId !== versionId);
    if (record.type === 'retained') {
      const { retention } = record;
      const mark = (version: ObjectVersion) => (version.versionId === versionId ? { ...version, retention } : version);
      this.#set(bucket, key, this.versions(bucket, key).map(mark));
    } else {
      this.#set(bucket, key, record.type === 'written' ? [record.version, ...others] : others);
    }
  }

  #set(bucket: string, key: string, versions: readonly ObjectVersion[]): void {
    const objects = this.#objects.get(bucket) ?? new Map<string, readonly ObjectVersion[]>();
    if (versions.length === 0) objects.delete(key);
    else objects.set(key, versions);
    this.#objects.set(bucket, objects);
  }

  #snapshot(): readonly IndexRecord[] {
    const all = [...this.#objects.values()].flatMap((objects) => [...objects.values()]);
    return all.flatMap((versions) => [...versions].reverse().map((version) => ({ type: 'written', version }) as const));
  }
}

/** Opens the store in a directory of its own. */
export async function openObjectStore(directory: string): Promise<ObjectStore> {
  const store = new ObjectStore(directory);
  await store.open();
  return store;
}
