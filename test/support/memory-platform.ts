import type { Availability } from '../../domain/availability.ts';
import type { ContentReference } from '../../domain/item.ts';
import type { PlacedHold } from '../../domain/placement.ts';
import { PlatformRefusedError, PlatformUnavailableError } from '../../functions/ports/errors.ts';
import type { Platform, PlatformItem, Restriction } from '../../functions/ports/outside.ts';
import { availabilityOf } from '../../local/platform/availability.ts';
import { findItem as findSeeded } from '../../local/platform/items.ts';
import type { Restriction as InPlace } from '../../local/platform/platform-state.ts';

/** A change that took place. */
export interface Entry {
  readonly change: 'restricted' | 'restored' | 'preserved';
  readonly key: string;
  readonly item: string;
}

/** A platform in memory that keeps a ledger of its changes and can be down, lie, or be wider than asked. */
export class MemoryPlatform implements Platform {
  mode: 'none' | '500' | 'lies' | 'wider' | 'refuses' = 'none';
  calls = 0;
  readonly ledger: Entry[] = [];
  /** The names and addresses of everybody whose content was described. */
  readonly uploaders: string[] = [];
  /** The ids of items that were taken down by somebody else. */
  readonly vanished = new Set<string>();
  readonly #inPlace = new Map<string, InPlace[]>();
  readonly #holds = new Map<string, PlacedHold[]>();

  restrictionsOf(reference: ContentReference): readonly InPlace[] {
    return this.#inPlace.get(reference.id) ?? [];
  }

  seen(id: string): Availability {
    const kind = id.startsWith('pod') ? 'podcasts' : id.startsWith('cmt') ? 'comments' : 'tracks';
    return availabilityOf(findSeeded(kind, id)!, this.#inPlace.get(id) ?? []);
  }

  /** A restriction of somebody else's. */
  put(id: string, restriction: Omit<InPlace, 'at'>): void {
    const at = '2026-01-01T00:00:00.000Z';
    this.#inPlace.set(id, [...(this.#inPlace.get(id) ?? []), { ...restriction, at }]);
  }

  async describe(reference: ContentReference): Promise<PlatformItem | null> {
    this.#called();
    const item = this.#find(reference);
    if (item === undefined) return null;
    const { title, components, uploader, publishedAt } = item;
    this.uploaders.push(uploader.name, uploader.email);
    return {
      reference,
      title,
      components,
      publishedAt,
      uploader,
      restrictions: this.restrictionsOf(reference),
      holds: this.#holdsOf(reference),
    };
  }

  async readBack(reference: ContentReference): Promise<Availability | null> {
    this.#called();
    const item = this.#find(reference);
    return item === undefined ? null : availabilityOf(item, this.restrictionsOf(reference));
  }

  async restrict(reference: ContentReference, restrictionId: string, asked: Restriction, key: string): Promise<void> {
    this.#called();
    if (this.mode === 'refuses') throw new PlatformRefusedError('422');
    if (this.#find(reference) === undefined) throw new PlatformRefusedError('the platform has no such item');
    if (this.mode === 'lies' || this.ledger.some((entry) => entry.key === key)) return;
    const territories = this.mode === 'wider' ? ['WORLD'] : asked.territories;
    this.put(reference.id, { ...(asked as InPlace), territories: [...territories], restrictionId });
    this.ledger.push({ change: 'restricted', key, item: reference.id });
  }

  async lift(reference: ContentReference, restrictionId: string, key: string): Promise<void> {
    this.#called();
    if (this.mode === 'lies' || this.ledger.some((entry) => entry.key === key)) return;
    const left = this.restrictionsOf(reference).filter((restriction) => restriction.restrictionId !== restrictionId);
    if (left.length === this.restrictionsOf(reference).length) return;
    this.#inPlace.set(reference.id, left);
    this.ledger.push({ change: 'restored', key, item: reference.id });
  }

  #holdsOf({ id }: ContentReference): readonly PlacedHold[] {
    return this.#holds.get(id) ?? [];
  }

  async preserve(reference: ContentReference, holdId: string, until: string, key: string): Promise<void> {
    this.#called();
    if (this.mode === 'lies' || this.ledger.some((entry) => entry.key === key)) return;
    this.#holds.set(reference.id, [...this.#holdsOf(reference), { holdId, until }]);
    this.ledger.push({ change: 'preserved', key, item: reference.id });
  }

  #find({ kind, id }: ContentReference): ReturnType<typeof findSeeded> {
    return this.vanished.has(id) ? undefined : findSeeded(kind, id);
  }

  #called(): void {
    this.calls += 1;
    if (this.mode === '500') throw new PlatformUnavailableError('500');
  }
}
