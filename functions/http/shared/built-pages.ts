import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** The names of the files that a page loads. */
export const PageFiles = z.object({ script: z.string(), style: z.string() });
export type PageFiles = z.infer<typeof PageFiles>;

/** What the build says of the pages, by their name: `manifest.json` beside `assets/`. */
export const PageManifest = z.record(z.string(), PageFiles);

/** The files of a page. @param folder what the build of the pages wrote @throws TypeError when it built no such page */
export function readPageFiles(folder: URL, page: string): PageFiles {
  const files = PageManifest.parse(JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')))[page];
  if (files === undefined) throw new TypeError(`no page ${page} was built`);
  return files;
}

/** A file as built, compressed by gzip; null when none has that name. */
export type ReadAsset = (name: string) => Uint8Array | null;

/** Reads files of the pages by name: each once, as a process answers many requests. */
export function assetReader(folder: URL): ReadAsset {
  const known = new Map<string, Uint8Array>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A name of another form could lead out of the folder.
    const file = /^[A-Za-z0-9_-]+\.(?:js|css)$/.test(name) ? new URL(`assets/${name}.gz`, folder) : null;
    if (file === null || !existsSync(file)) return null;
    const bytes = readFileSync(file);
    known.set(name, bytes);
    return bytes;
  };
}
