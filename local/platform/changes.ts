import { createHash } from 'node:crypto';
import type { PlatformItem } from './items.ts';
import type { Hold, LedgerEntry, PlatformFaults, PlatformRecord, Restriction } from './platform-state.ts';

/** A change that a caller asks for, checked, before faults have their say. */
export type Change =
  | { readonly type: 'restrict'; readonly item: PlatformItem; readonly restriction: Restriction }
  | { readonly type: 'restore'; readonly item: PlatformItem; readonly restriction: Restriction }
  | { readonly type: 'preserve'; readonly item: PlatformItem; readonly hold: Hold };

/** The key of a change and the hash of the request it stands for. */
export interface ChangeKey {
  readonly key: string;
  readonly request: string;
}

/** SHA-256 (hex) of what a request asks for. */
export function requestHash(method: string, path: string, body: Buffer): string {
  return createHash('sha256').update(`${method} ${path}\n`).update(body).digest('hex');
}

/** What a change does under a fault: the record to write, or nothing when the platform only says that it acted. */
export function effectOf(
  change: Change,
  { key, request }: ChangeKey,
  at: string,
  mode: PlatformFaults['mode'],
): PlatformRecord | undefined {
  if (mode === 'lies') return undefined;
  const base = { key, request, at, kind: change.item.kind, id: change.item.id, complete: true } as const;
  if (change.type === 'preserve') {
    const { hold } = change;
    const copy = { restrictionId: null, action: null, components: [], territories: [], until: hold.until };
    return mode === 'partial' && isSkipped(change.item.id)
      ? undefined
      : { type: 'change', entry: { ...base, ...copy, change: 'preserved' }, restriction: null, hold };
  }
  const { restriction } = change;
  const done = mode === 'partial' ? halfOf(restriction.territories, change.item.id) : restriction.territories;
  if (done.length === 0) return undefined;
  const entry: LedgerEntry = {
    ...base,
    change: change.type === 'restrict' ? 'restricted' : 'restored',
    restrictionId: restriction.restrictionId,
    action: restriction.action,
    components: restriction.components,
    territories: done,
    until: restriction.until,
    complete: done.length === restriction.territories.length,
  };
  const left = change.type === 'restrict' ? done : restriction.territories.filter((country) => !done.includes(country));
  return { type: 'change', entry, restriction: left.length === 0 ? null : { ...restriction, territories: left } };
}

/** Of several territories the first half; of a single one all or nothing, by the item. */
function halfOf(territories: readonly string[], id: string): string[] {
  if (territories.length > 1) return territories.slice(0, Math.floor(territories.length / 2));
  return isSkipped(id) ? [] : [...territories];
}

function isSkipped(id: string): boolean {
  return createHash('sha256').update(id).digest().readUInt8(0) % 2 === 0;
}
