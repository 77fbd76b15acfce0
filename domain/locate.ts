import { ContentReference, type Item, type NamedItem } from './item.ts';

/** Where a URL leads: to an item of the platform, to somebody else's site, or nowhere we can tell. */
export type Location =
  | { readonly kind: 'located'; readonly reference: ContentReference }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreadable' };

/**
 * Reads an item out of a URL (`<platform>/tracks/<id>`, with or without query, fragment or trailing slash).
 * `platformUrl` is the address under which the platform publishes its items.
 */
export function locateContent(url: string, platformUrl: string): Location {
  const parsed = URL.parse(url.trim());
  const platform = URL.parse(platformUrl);
  if (parsed === null || platform === null || !/^https?:$/.test(parsed.protocol)) return { kind: 'unreadable' };
  if (parsed.username !== '' || parsed.password !== '') return { kind: 'unreadable' };
  if (parsed.host !== platform.host) return { kind: 'elsewhere' };
  const base = platform.pathname.replace(/\/+$/, '');
  if (!parsed.pathname.startsWith(`${base}/`)) return { kind: 'unreadable' };
  const [kind, id, ...rest] = parsed.pathname
    .slice(base.length + 1)
    .replace(/\/+$/, '')
    .split('/');
  const reference = ContentReference.safeParse({ kind, id });
  if (!reference.success || rest.length > 0 || !/^[A-Za-z0-9._~-]+$/.test(reference.data.id)) {
    return { kind: 'unreadable' };
  }
  return { kind: 'located', reference: reference.data };
}

/** The items of a case, and what happened to the URLs that became none. */
export interface LocatedItems {
  readonly items: readonly Item[];
  /** URLs that are the claimant's own work. */
  readonly ownWorks: readonly string[];
  readonly anyLocated: boolean;
  /** True when there are items and each lies on somebody else's site. */
  readonly everythingElsewhere: boolean;
}

/**
 * Turns what a sender complains of into numbered items (`item-1`, in order of arrival). The claimant's own work is
 * never an item. The same content named twice is one item, as wide as both and as old as the first, unless that would be
 * wider than what was named: other parts in other countries are an item of their own.
 */
export function locateItems(
  claimed: readonly NamedItem[],
  workUrls: readonly string[],
  platformUrl: string,
): LocatedItems {
  const own = new Set(workUrls.map((url) => identityOf(url, platformUrl)));
  const found: { readonly identity: string; item: NamedItem }[] = [];
  const ownWorks: string[] = [];
  for (const item of claimed) {
    const identity = identityOf(item.url, platformUrl);
    if (own.has(identity)) {
      ownWorks.push(item.url);
    } else {
      const before = found.find((entry) => entry.identity === identity && fitTogether(entry.item, item));
      if (before === undefined) found.push({ identity, item });
      else before.item = merge(before.item, item);
    }
  }
  const located = found.map(({ item }) => ({ item, location: locateContent(item.url, platformUrl) }));
  return {
    items: located.map(({ item, location }, index) => ({
      itemId: `item-${index + 1}`,
      url: item.url,
      reference: location.kind === 'located' ? location.reference : null,
      components: item.components,
      territories: item.territories,
      note: item.note ?? null,
      ...(item.addedAt !== undefined && { addedAt: item.addedAt }),
    })),
    ownWorks,
    anyLocated: located.some(({ location }) => location.kind === 'located'),
    everythingElsewhere: located.length > 0 && located.every(({ location }) => location.kind === 'elsewhere'),
  };
}

function identityOf(url: string, platformUrl: string): string {
  const location = locateContent(url, platformUrl);
  if (location.kind === 'located') return `${location.reference.kind}/${location.reference.id}`;
  const parsed = URL.parse(url.trim());
  return parsed === null ? url.trim() : `${parsed.host}${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`;
}

/** Whether two namings of the same content are, as one, no wider than both: they differ in one respect at most. */
function fitTogether(one: NamedItem, other: NamedItem): boolean {
  const [parts, countries] = [compare(one.components, other.components), compare(one.territories, other.territories)];
  return parts === 'same' || countries === 'same' || (parts !== 'apart' && parts === countries);
}

/** How two sets lie to each other, of which an empty one stands for everything. */
function compare(one: readonly string[], other: readonly string[]): 'same' | 'wider' | 'narrower' | 'apart' {
  const [wider, narrower] = [holdsAll(one, other), holdsAll(other, one)];
  if (wider && narrower) return 'same';
  if (wider) return 'wider';
  return narrower ? 'narrower' : 'apart';
}

function holdsAll(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || (other.length > 0 && other.every((entry) => one.includes(entry)));
}

/** No component named means the whole item, no territory named leaves it to the basis: both swallow what is named. */
function merge(one: NamedItem, other: NamedItem): NamedItem {
  const notes = [one.note, other.note].filter((note) => note !== undefined && note !== '');
  const components =
    one.components.length === 0 || other.components.length === 0 ? [] : [...one.components, ...other.components];
  const territories =
    one.territories.length === 0 || other.territories.length === 0 ? [] : [...one.territories, ...other.territories];
  return {
    url: one.url,
    components: [...new Set(components)],
    territories: [...new Set(territories)],
    ...(notes.length === 0 ? {} : { note: notes.join(' / ') }),
    ...(one.addedAt !== undefined && { addedAt: one.addedAt }),
  };
}
