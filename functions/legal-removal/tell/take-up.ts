import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { inOrderOwed, takesBack, waitsForAnother } from '#domain/delivery-order';
import { withheldUntil } from '#domain/notifications';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Paper } from '../../ports/paper.ts';
import { isLifting } from '../shared/decisions.ts';
import { basisOf } from '../shared/load-case.ts';
import { compose } from './compose.ts';
import { type DeliverDependencies, deliver } from './deliver.ts';
import { factSheetOf, type House } from './fact-sheet-of.ts';
import { withImpossibility } from './impossibility.ts';
import { withQuestion } from './question.ts';
import { readSources, type Sources } from './sources.ts';
import { withhold } from './withhold.ts';

/** What taking up duties uses. */
export interface TakeUpDependencies extends DeliverDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'readRow' | 'listRows'>;
  readonly paper: Paper;
  readonly house: House;
}

/** What came of it: whether duties were left for another time, and when to look at those that are under way. */
export interface TakenUp {
  readonly more: boolean;
  readonly looks: readonly string[];
}

/** Duties taken up by one invocation. */
const AT_ONCE = 20;

/**
 * Takes up the duties that may go now, in the order in which they became owed. One that cannot be fulfilled holds up no
 * other, but for the message that takes back what it says: nobody hears of an end before the beginning.
 */
export async function takeUp(
  dependencies: TakeUpDependencies,
  sources: Sources,
  duties: readonly Delivery[],
): Promise<TakenUp> {
  const { cases, clock } = dependencies;
  const { record } = sources;
  const ready = inOrderOwed(duties.filter((duty) => isReady(record, duty, clock.now())));
  const unsent = ready.filter(({ state }) => state !== 'accepted');
  const accepted = ready.filter(({ state }) => state === 'accepted');
  const looks: string[] = [];
  const bySources = new Map([[record.decisionId, sources]]);
  // What waits for word of its delivery keeps nothing else from leaving.
  for (const duty of [...unsent.slice(0, AT_ONCE), ...accepted.slice(0, AT_ONCE)]) {
    if (isSecret(record, duty, clock.now())) await withhold(dependencies, duty);
    else if (!(await mustWait(cases, duty))) {
      const look = await deliver(dependencies, duty, (delivery) => write(dependencies, bySources, sources, delivery));
      if (look !== null) looks.push(look);
    }
  }
  return { more: unsent.length > AT_ONCE, looks };
}

/** Tells whether a duty may be taken up now; a secrecy that was ended early holds nothing back any more. */
export function isReady({ nonDisclosureUntil: until }: CaseRecord, duty: Delivery, now: string): boolean {
  if (duty.state === 'scheduled') return (duty.notBefore ?? now) <= now || until === null || until <= now;
  return duty.state !== 'delivered' && duty.state !== 'parked';
}

function isSecret(record: CaseRecord, duty: Delivery, now: string): boolean {
  if (duty.state !== 'owed' && duty.state !== 'claimed' && duty.state !== 'scheduled') return false;
  return withheldUntil(basisOf(record), duty, { nonDisclosureUntil: record.nonDisclosureUntil, now }) !== null;
}

async function mustWait(cases: Pick<CaseStore, 'listRows'>, duty: Delivery): Promise<boolean> {
  if (!takesBack(duty)) return false;
  return waitsForAnother(duty, await cases.listRows(duty.caseId, deliveryKey(''), Delivery));
}

/** Writes a message from what the decision that owes it says, whatever was decided since. */
async function write(
  dependencies: TakeUpDependencies,
  bySources: Map<string | null, Sources>,
  present: Sources,
  delivery: Delivery,
): ReturnType<typeof compose> {
  const { house, clock } = dependencies;
  const { decisionId, personId, to, language } = delivery;
  const owing = decisionId ?? present.record.decisionId;
  const sources = bySources.get(owing) ?? (await readSources(dependencies, present.record, owing));
  bySources.set(owing, sources);
  const unknown = { personId, role: to, name: null, email: null, language, country: null };
  const reader = sources.parties.get(personId) ?? unknown;
  const facts = { ...factSheetOf(sources, reader, house, clock.now()), liftedAt: liftedAt(present, owing) };
  const asked = await withQuestion(dependencies, facts, delivery);
  return await compose(delivery, await withImpossibility(dependencies, asked, delivery, sources), reader, dependencies);
}

/** When what a decision restricted was shown to be available again, since a later one took it back; else null. */
function liftedAt({ record, decision }: Sources, owing: string | null): string | null {
  if (decision === null || !isLifting(decision.record) || decision.record.reverses !== owing) return null;
  return record.provenAt;
}
