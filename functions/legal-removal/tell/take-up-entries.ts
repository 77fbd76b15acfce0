import type { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import type { TransparencyDatabase } from '../../ports/outside.ts';
import type { Agreed } from './agreement.ts';
import type { Unready, Withheld } from './compose.ts';
import { type EntrySource, entrySource } from './compose-entry.ts';
import { type DeliverEntryDependencies, deliverEntry } from './deliver-entry.ts';
import { isSecret, withhold } from './withhold.ts';

/** What came of it: whether duties were left for another time, and when to look at those that are under way. */
export interface TakenUp {
  readonly more: boolean;
  readonly looks: readonly string[];
}

/** Requests made by one invocation: each may take some seconds. */
const REQUESTS_AT_ONCE = 4;

/**
 * Takes up entries in the Transparency Database. As soon as it leaves one without an answer to go on with, the others
 * are left for the next look: they would wait as long for as little.
 */
export async function takeUpEntries(
  dependencies: DeliverEntryDependencies,
  record: CaseRecord,
  entries: readonly Delivery[],
  factsAbout: (entry: Delivery) => Promise<Agreed | Withheld | Unready>,
): Promise<TakenUp> {
  const { clock } = dependencies;
  const asked = counting(dependencies.database);
  const looks: string[] = [];
  const sources = new Map<string, EntrySource>();
  const sourceOf = async (entry: Delivery): Promise<EntrySource | Withheld | Unready> => {
    const key = `${entry.decisionId} ${entry.wordingKey}`;
    const known = sources.get(key);
    if (known !== undefined) return known;
    const agreed = await factsAbout(entry);
    if (!('facts' in agreed)) return agreed;
    const source = entrySource(agreed.facts, agreed.told);
    sources.set(key, source);
    return source;
  };
  for (const entry of entries) {
    if (asked.turnedAway() || asked.requests() >= REQUESTS_AT_ONCE) {
      return { more: !asked.turnedAway(), looks };
    }
    if (isSecret(record, entry, clock.now())) await withhold(dependencies, entry);
    else {
      const own = { ...dependencies, database: asked.database };
      const { look } = await deliverEntry(own, entry, () => sourceOf(entry));
      if (look !== null) looks.push(look);
    }
  }
  return { more: false, looks };
}

interface Counting {
  readonly database: TransparencyDatabase;
  readonly requests: () => number;
  /** Whether a request was not answered, or answered without a look at what it held. */
  readonly turnedAway: () => boolean;
}

function counting(database: TransparencyDatabase): Counting {
  const kinds: string[] = [];
  const store: TransparencyDatabase['store'] = async (statements) => {
    const answer = await database.store(statements);
    kinds.push(answer.kind);
    return answer;
  };
  const isTurnedAway = (kind: string): boolean => kind === 'unheard' || kind === 'busy' || kind === 'unauthorised';
  return { database: { store }, requests: () => kinds.length, turnedAway: () => kinds.some(isTurnedAway) };
}
