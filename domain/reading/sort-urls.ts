import type { Correction } from './correction.ts';
import { urlKey } from './found-url.ts';
import type { MessageKind } from './message-kind.ts';
import type { Reading, ReadUrl } from './reading.ts';
import type { TakenApart } from './taken-apart.ts';
import { type RoledUrl, rolesOf } from './url-roles.ts';

type Sorted = Pick<Reading, 'items' | 'works' | 'unclear'>;

/** The addresses of a message by what they are, each once, as a person corrected them. */
export function sortUrls(message: TakenApart, kind: MessageKind, correction: Correction): Sorted {
  const all = rolesOf(message, kind);
  // What is repeated from an earlier message counts only where the message itself names nothing.
  const own = all.filter(({ quoted }) => !quoted);
  const roled = own.some(({ role }) => role === 'item') ? own : all;
  return corrected(roled, correction);
}

function corrected(roled: readonly RoledUrl[], { items, works }: Correction): Sorted {
  const own = keys(works);
  const ours = (role: RoledUrl['role']) => once(roled.filter((url) => url.role === role));
  const readItems = items === undefined ? ours('item') : items.map((url) => saidBy(url, roled));
  const sortedItems = readItems.filter(({ key }) => !own.has(key));
  const taken = new Set([...sortedItems.map(({ key }) => key), ...own]);
  const readWorks =
    works === undefined ? ours('work').filter(({ key }) => !taken.has(key)) : works.map((url) => saidBy(url, roled));
  for (const { key } of readWorks) taken.add(key);
  const unclear = ours('unclear').filter(({ key }) => !taken.has(key));
  return { items: sortedItems.map(shown), works: readWorks.map(shown), unclear: unclear.map(shown) };
}

type Keyed = ReadUrl & { readonly key: string };

function saidBy(url: string, read: readonly RoledUrl[]): Keyed {
  const key = urlKey(url);
  const passages = read.find((one) => one.key === key)?.passages.slice(0, 1) ?? [];
  return { url, key, certainty: 'corrected', passages };
}

function keys(urls: readonly string[] = []): ReadonlySet<string> {
  return new Set(urls.map(urlKey));
}

function once(urls: readonly RoledUrl[]): readonly RoledUrl[] {
  const byKey = new Map<string, RoledUrl>();
  for (const url of urls) if (!byKey.has(url.key)) byKey.set(url.key, url);
  return [...byKey.values()];
}

function shown({ url, certainty, passages }: Keyed): ReadUrl {
  return { url, certainty, passages };
}
