import * as z from 'zod';

/** What the management API takes for a restriction. */
export const RestrictionRequest = z.strictObject({
  action: z.enum(['disable', 'remove', 'age-restrict', 'demote', 'mute', 'label']),
  /** None means the whole item. */
  components: z.array(z.string()).default([]),
  /** `WORLD`, or countries (ISO 3166-1 alpha-2). */
  territories: z.array(z.string().regex(/^(?:[A-Z]{2}|WORLD)$/)).min(1),
  /** When it ends by itself; null means not by itself. */
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});

/** A restriction in place. */
export const Restriction = RestrictionRequest.extend({ restrictionId: z.string(), at: z.iso.datetime() });
export type Restriction = z.infer<typeof Restriction>;

/** A copy that is kept until an instant. */
export const Hold = z.strictObject({
  holdId: z.string().min(1).max(200),
  until: z.iso.datetime({ offset: true }),
});
export type Hold = z.infer<typeof Hold>;

/** How the platform misbehaves, and until when. */
export const PlatformFaults = z.strictObject({
  mode: z.enum(['none', 'slow', '500', 'lies', 'partial']),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type PlatformFaults = z.infer<typeof PlatformFaults>;

/**
 * One entry of the ledger: a change that really took place, under the caller's key. One key has one entry: a change
 * that a fault cut short is completed, later, in its own entry.
 */
export const LedgerEntry = z.object({
  key: z.string(),
  /** Method, path and body of the request that the key stands for, as SHA-256 (hex). */
  request: z.string(),
  at: z.iso.datetime(),
  change: z.enum(['restricted', 'restored', 'preserved']),
  kind: z.string(),
  id: z.string(),
  restrictionId: z.string().nullable(),
  action: z.string().nullable(),
  components: z.array(z.string()),
  territories: z.array(z.string()),
  until: z.string().nullable(),
  complete: z.boolean(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** A line of the platform's log: a change with the item's restriction after it, or a change of the faults. */
export const PlatformRecord = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('change'),
    entry: LedgerEntry,
    /** The restriction as it is after the change; null when it is gone or none is meant. */
    restriction: Restriction.nullable(),
    /** The copy that the change keeps. */
    hold: Hold.optional(),
  }),
  z.object({ type: z.literal('faults'), faults: PlatformFaults }),
]);
export type PlatformRecord = z.infer<typeof PlatformRecord>;

/** The state of the platform, folded from its log. */
export class PlatformState {
  readonly #restrictions = new Map<string, Map<string, Restriction>>();
  readonly #holds = new Map<string, Hold[]>();
  readonly #ledger = new Map<string, LedgerEntry>();
  #faults: PlatformFaults = { mode: 'none', until: null };

  /** Takes one record of the log. */
  apply(record: PlatformRecord): void {
    if (record.type === 'faults') {
      this.#faults = record.faults;
      return;
    }
    const { entry, restriction, hold } = record;
    const earlier = this.#ledger.get(entry.key);
    const territories = [...new Set([...(earlier?.territories ?? []), ...entry.territories])];
    this.#ledger.set(entry.key, { ...entry, territories, at: earlier?.at ?? entry.at });
    if (hold !== undefined) {
      const others = this.#holds.get(`${entry.kind}/${entry.id}`)?.filter(({ holdId }) => holdId !== hold.holdId) ?? [];
      this.#holds.set(`${entry.kind}/${entry.id}`, [...others, hold]);
    }
    if (entry.restrictionId === null) return;
    const ofItem = this.#restrictions.get(`${entry.kind}/${entry.id}`) ?? new Map<string, Restriction>();
    if (restriction === null) ofItem.delete(entry.restrictionId);
    else ofItem.set(entry.restrictionId, restriction);
    this.#restrictions.set(`${entry.kind}/${entry.id}`, ofItem);
  }

  /** The restrictions of an item in force at `now` (epoch milliseconds). */
  restrictionsOf(kind: string, id: string, now: number): readonly Restriction[] {
    const ofItem = this.#restrictions.get(`${kind}/${id}`) ?? new Map<string, Restriction>();
    return [...ofItem.values()].filter(({ until }) => until === null || Date.parse(until) > now);
  }

  /** The copies of an item that are kept at `now` (epoch milliseconds). */
  holdsOf(kind: string, id: string, now: number): readonly Hold[] {
    return (this.#holds.get(`${kind}/${id}`) ?? []).filter(({ until }) => Date.parse(until) > now);
  }

  /** What was done under a key, if anything. */
  entryOf(key: string): LedgerEntry | undefined {
    return this.#ledger.get(key);
  }

  /** Every change that took place, in order of first effect. */
  ledger(): readonly LedgerEntry[] {
    return [...this.#ledger.values()];
  }

  /** The fault in force at `now` (epoch milliseconds). */
  faultMode(now: number): PlatformFaults['mode'] {
    const { mode, until } = this.#faults;
    return until !== null && Date.parse(until) <= now ? 'none' : mode;
  }

  /** The fault as it was set. */
  faults(): PlatformFaults {
    return this.#faults;
  }
}
