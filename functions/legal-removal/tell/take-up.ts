import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { Delivery, isReport, READER_ERASED } from '#domain/delivery';
import { inOrderOwed, takesBack, waitsForAnother } from '#domain/delivery-order';
import { OVERTAKEN } from '#domain/overtaken-draft';
import type { Party } from '#domain/party';
import type { ReportDestinations } from '#domain/reports/addresses';
import { describingOnce } from '#runtime/look-up-uploaders';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Platform } from '../../ports/outside.ts';
import type { Paper } from '../../ports/paper.ts';
import { isLifting } from '../shared/decisions.ts';
import { type Agreed, agreeing, type SaidBefore, saidBefore } from './agreement.ts';
import { withComplaintToken } from './complaint-token.ts';
import { compose, type KeptMessage, type Unready, type Withheld, type Written } from './compose.ts';
import { composeLumen } from './compose-lumen.ts';
import { composeReport } from './compose-report.ts';
import { withCounterNotice } from './counter-notice-facts.ts';
import { type DeliverDependencies, deliver } from './deliver.ts';
import type { DeliverEntryDependencies } from './deliver-entry.ts';
import { type DeliverLumenDependencies, deliverLumen } from './deliver-lumen.ts';
import { type DeliverNcmecDependencies, deliverNcmec } from './deliver-ncmec.ts';
import { withExtension } from './extension-facts.ts';
import { factSheetOf, type House } from './fact-sheet-of.ts';
import { withHearing } from './hearing-facts.ts';
import { isOvertaken, withImpossibility } from './impossibility.ts';
import { moveDelivery } from './move-delivery.ts';
import { withQuestion } from './question.ts';
import { SCRUTINY_READER, scrutinyReader, withScrutiny } from './scrutiny-facts.ts';
import { readSources, type Sources } from './sources.ts';
import { type TakenUp, takeUpEntries } from './take-up-entries.ts';
import { withUnmetUploaders } from './unmet-uploaders.ts';
import { withWording } from './with-wording.ts';
import { isSecret, withhold } from './withhold.ts';

/** What taking up duties uses. */
export interface TakeUpDependencies
  extends DeliverDependencies,
    DeliverEntryDependencies,
    DeliverLumenDependencies,
    DeliverNcmecDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'readRow' | 'listRows'>;
  readonly platform: Pick<Platform, 'describe'>;
  readonly destinations: ReportDestinations;
  readonly paper: Paper;
  readonly house: House;
}

/** What messages are written with: what those before them have said is compared with each. */
interface WritingDependencies extends TakeUpDependencies {
  readonly said: SaidBefore;
}

/** Duties taken up by one invocation. */
const AT_ONCE = 20;

/**
 * Takes up the duties that may go now, in the order in which they became owed. One that cannot be fulfilled holds up no
 * other, but for the message that takes back what it says: nobody hears of an end before the beginning.
 * `known` are all duties of the case, as far as they have come.
 */
export async function takeUp(
  ports: TakeUpDependencies,
  sources: Sources,
  duties: readonly Delivery[],
  known: readonly Delivery[],
): Promise<TakenUp> {
  const dependencies = { ...ports, platform: describingOnce(ports.platform), said: saidBefore(known) };
  const { cases, clock } = dependencies;
  const { record } = sources;
  const ready = inOrderOwed(duties.filter((duty) => isReady(record, duty, clock.now())));
  const entries = ready.filter(({ channel }) => channel === 'transparency-database');
  const notices = ready.filter(({ channel }) => channel === 'lumen');
  const messages = ready.filter(({ channel }) => channel !== 'transparency-database' && channel !== 'lumen');
  const unsent = messages.filter(({ state }) => state !== 'accepted');
  const accepted = messages.filter(({ state }) => state === 'accepted');
  const looks: string[] = [];
  const bySources = new Map([[record.decisionId, sources]]);
  // What waits for word of its delivery keeps nothing else from leaving.
  for (const duty of [...unsent.slice(0, AT_ONCE), ...accepted.slice(0, AT_ONCE)]) {
    if (sources.erased.has(duty.personId)) await giveUpErased(dependencies, duty);
    else if (isSecret(record, duty, clock.now())) await withhold(dependencies, duty);
    else if (!(await mustWait(cases, duty))) {
      const look =
        duty.channel === 'ncmec'
          ? await deliverNcmec(dependencies, duty, async () =>
              writtenFrom(await composeReport(dependencies, duty), { told: null }),
            )
          : await deliver(dependencies, duty, (delivery) => write(dependencies, bySources, sources, delivery));
      if (look !== null) looks.push(look);
    }
  }
  const stated = await takeUpEntries(dependencies, record, entries, (entry) =>
    factsAbout(dependencies, bySources, sources, entry),
  );
  const more = unsent.length > AT_ONCE || stated.more;
  if (!more) looks.push(...(await publish(dependencies, bySources, sources, notices)));
  return { more, looks: [...looks, ...stated.looks] };
}

async function giveUpErased(dependencies: TakeUpDependencies, duty: Delivery): Promise<void> {
  const parked: Delivery = { ...duty, state: 'parked', owner: null, reason: READER_ERASED };
  await moveDelivery(dependencies, duty, parked, 'delivery.parked');
}

/** Sends notices to Lumen: nothing is made public before everybody concerned was told. */
async function publish(
  dependencies: WritingDependencies,
  bySources: Map<string | null, Sources>,
  present: Sources,
  notices: readonly Delivery[],
): Promise<readonly string[]> {
  const { cases, clock } = dependencies;
  const looks: string[] = [];
  for (const notice of notices) {
    if (isSecret(present.record, notice, clock.now())) await withhold(dependencies, notice);
    else if (!isTelling(await cases.listRows(notice.caseId, deliveryKey(''), Delivery))) {
      const look = await deliverLumen(dependencies, notice, async () => {
        const sources = await sourcesOf(dependencies, bySources, present, notice);
        const agreed = await factsAbout(dependencies, bySources, present, notice);
        return 'facts' in agreed ? writtenFrom(composeLumen(notice, agreed.facts, sources), agreed) : agreed;
      });
      if (look !== null) looks.push(look);
    }
  }
  return looks;
}

function isTelling(duties: readonly Delivery[]): boolean {
  return duties.some(({ channel, state }) => channel === 'mail' && (state === 'owed' || state === 'claimed'));
}

/** Tells whether a duty may be taken up now; a secrecy that was ended early holds nothing back any more. */
export function isReady({ nonDisclosureUntil: until }: CaseRecord, duty: Delivery, now: string): boolean {
  if (duty.state === 'scheduled') return (duty.notBefore ?? now) <= now || until === null || until <= now;
  return duty.state !== 'delivered' && duty.state !== 'parked';
}

async function mustWait(cases: Pick<CaseStore, 'listRows'>, duty: Delivery): Promise<boolean> {
  if (!takesBack(duty)) return false;
  return waitsForAnother(duty, await cases.listRows(duty.caseId, deliveryKey(''), Delivery));
}

/** Writes a message from what the decision that owes it says, whatever was decided since. */
async function write(
  dependencies: WritingDependencies,
  bySources: Map<string | null, Sources>,
  present: Sources,
  delivery: Delivery,
): Promise<Written | Withheld | Unready> {
  if (isReport(delivery.kind)) return writtenFrom(await composeReport(dependencies, delivery), { told: null });
  if (isOvertaken(present, delivery)) return { withheld: OVERTAKEN };
  const sources = await sourcesOf(dependencies, bySources, present, delivery);
  const agreed = await factsAbout(dependencies, bySources, present, delivery);
  if (!('facts' in agreed)) return agreed;
  const whole = await withImpossibility(dependencies, agreed.facts, delivery, sources);
  return writtenFrom(await compose(delivery, whole, readerOf(dependencies, sources, delivery), dependencies), agreed);
}

function writtenFrom(message: KeptMessage | Withheld, { told }: Pick<Agreed, 'told'>): Written | Withheld {
  return 'withheld' in message ? message : { message, told };
}

async function factsAbout(
  dependencies: WritingDependencies,
  bySources: Map<string | null, Sources>,
  present: Sources,
  delivery: Delivery,
): Promise<Agreed | Withheld | Unready> {
  const { house, clock, platform } = dependencies;
  const sources = await sourcesOf(dependencies, bySources, present, delivery);
  const owing = delivery.decisionId ?? present.record.decisionId;
  const facts = factSheetOf(sources, readerOf(dependencies, sources, delivery), house, clock.now());
  const asked = await withQuestion(dependencies, facts, delivery);
  const telling = withComplaintToken(asked, delivery);
  const heard = await withHearing(dependencies, telling, delivery, sources, clock.now());
  const countered = await withCounterNotice(dependencies, heard, delivery, sources);
  const scrutinised = await withScrutiny(dependencies, countered, delivery);
  const whole = await withExtension(dependencies, scrutinised, delivery);
  const dated = { ...whole, liftedAt: liftedAt(present, owing) };
  const complete = await withUnmetUploaders(platform, dated, sources, delivery);
  if ('unready' in complete) return complete;
  const decided = bySources.get(owing) ?? sources;
  return await agreeing(dependencies, delivery, complete, { decided, worded: sources });
}

function readerOf({ destinations }: TakeUpDependencies, { parties }: Sources, delivery: Delivery): Party {
  const { personId, to, language } = delivery;
  if (personId === SCRUTINY_READER) return scrutinyReader(destinations, delivery);
  return parties.get(personId) ?? { personId, role: to, name: null, email: null, language, country: null };
}

/** Sources as the decision has them that owes a message, read once. */
async function sourcesOf(
  dependencies: WritingDependencies,
  bySources: Map<string | null, Sources>,
  present: Sources,
  delivery: Delivery,
): Promise<Sources> {
  const owing = delivery.decisionId ?? present.record.decisionId;
  const sources = bySources.get(owing) ?? (await readSources(dependencies, present.record, owing));
  bySources.set(owing, sources);
  return await withWording(dependencies.documents, sources, delivery);
}

/** When what a decision restricted was shown to be available again, since a later one took all of it back; else null. */
function liftedAt({ record, decision }: Sources, owing: string | null): string | null {
  if (decision === null || !isLifting(decision.record) || decision.record.reverses !== owing) return null;
  return decision.record.lifts === undefined ? record.provenAt : null;
}
