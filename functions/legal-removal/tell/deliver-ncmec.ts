import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { findClock } from '#domain/catalogue/catalogue';
import { computeClock } from '#domain/compute-clock';
import type { Delivery } from '#domain/delivery';
import { normalInstant, plus } from '#domain/instant';
import type { CaseChange } from '../../ports/case-store.ts';
import type { CyberTipline } from '../../ports/outside.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { stepEvent } from '../shared/events.ts';
import { asClaimed, type ClaimDependencies, claimWritten } from './claim-written.ts';
import { KeptMessage, type Withheld, type Written } from './compose.ts';
import { tell } from './contract.ts';
import { moveDelivery } from './move-delivery.ts';

/** What delivering reports to NCMEC uses. */
export interface DeliverNcmecDependencies extends ClaimDependencies {
  /** Null without an account there. */
  readonly cyberTipline: CyberTipline | null;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly house: { readonly calendar: Calendar };
}

/** Attempts after which a person looks: four hours, by their pauses. */
const MOST_ATTEMPTS = 8;
/** Minutes until the second attempt; each further pause is twice as long. */
const SHORTEST_PAUSE_MINUTES = 2;
const PRESERVE = 'US_2258A.preserve-until';
/** What the timer at the end of the preservation is made for. */
export const REPORT_PRESERVATION_END = 'report-preservation-end';

/**
 * Brings a report to NCMEC as far as it comes now, and gives the instant at which to look again, or null. It is a report
 * only once it is finished. Its number is kept as soon as it is known, and from then on that one alone is finished; one
 * that was opened in a request whose answer was lost is never finished, and NCMEC drops it.
 */
export async function deliverNcmec(
  dependencies: DeliverNcmecDependencies,
  duty: Delivery,
  compose: () => Promise<Written | Withheld>,
): Promise<string | null> {
  const now = dependencies.clock.now();
  switch (duty.state) {
    case 'scheduled':
    case 'owed': {
      const composed = await compose();
      if ('withheld' in composed) return await giveUp(dependencies, duty, 'operator', composed.withheld);
      const claimed = await claimWritten(dependencies, duty, composed);
      return claimed === null ? null : await send(dependencies, claimed, composed.message);
    }
    case 'claimed':
      return await again(dependencies, duty, now);
    case 'accepted':
    case 'bounced':
    case 'delivered':
    case 'parked':
      return null;
    default:
      return duty.state satisfies never;
  }
}

async function again(dependencies: DeliverNcmecDependencies, duty: Delivery, now: string): Promise<string | null> {
  const due = duty.attempt === 0 ? now : dueAgain(duty, now);
  if (due > now) return due;
  if (duty.attempt >= MOST_ATTEMPTS) return await giveUp(dependencies, duty, 'operator', 'not-accepted');
  const message = KeptMessage.parse(await dependencies.documents.get(duty.documentKey ?? ''));
  const claimed = asClaimed(duty, now);
  const moved = await moveDelivery(dependencies, duty, claimed, 'delivery.claimed');
  return moved ? await send(dependencies, claimed, message) : null;
}

function dueAgain({ claimedAt, attempt }: Delivery, now: string): string {
  return plus(claimedAt ?? now, { minutes: SHORTEST_PAUSE_MINUTES * 2 ** Math.max(0, attempt - 1) });
}

async function send(
  dependencies: DeliverNcmecDependencies,
  claimed: Delivery,
  message: KeptMessage,
): Promise<string | null> {
  const { cyberTipline, clock } = dependencies;
  if (cyberTipline === null) return await giveUp(dependencies, claimed, 'operator', 'not-connected');
  const opened = claimed.receiverId === undefined ? await open(dependencies, cyberTipline, claimed, message) : claimed;
  if (opened?.receiverId === undefined) return opened === null ? null : dueAgain(claimed, clock.now());
  const answer = await cyberTipline.finish(opened.receiverId);
  switch (answer.kind) {
    case 'finished':
      return await settle(dependencies, opened);
    case 'gone': {
      const { receiverId: _dropped, ...unopened } = opened;
      await moveDelivery(dependencies, opened, unopened, 'delivery.deferred');
      return dueAgain(claimed, clock.now());
    }
    case 'opened':
    case 'unheard':
      return dueAgain(claimed, clock.now());
    case 'refused':
    case 'unauthorised':
      return await refused(dependencies, opened, answer);
    default:
      return answer satisfies never;
  }
}

/** The report with its number as recorded; without it when no answer came; null when it is with a person. */
async function open(
  dependencies: DeliverNcmecDependencies,
  cyberTipline: CyberTipline,
  claimed: Delivery,
  { bytes }: KeptMessage,
): Promise<Delivery | null> {
  const answer = await cyberTipline.open(Buffer.from(bytes, 'base64').toString('utf8'));
  switch (answer.kind) {
    case 'opened': {
      const opened = { ...claimed, receiverId: answer.reportId };
      const said = { receiverId: [answer.reportId] };
      return (await moveDelivery(dependencies, claimed, opened, 'delivery.accepted', { said })) ? opened : null;
    }
    case 'refused':
    case 'unauthorised':
      return await refused(dependencies, claimed, answer);
    case 'finished':
    case 'gone':
    case 'unheard':
      return claimed;
    default:
      return answer satisfies never;
  }
}

/** The report is made: what it says is preserved for a year from now. */
async function settle(dependencies: DeliverNcmecDependencies, opened: Delivery): Promise<null> {
  const at = dependencies.clock.now();
  const delivered = { ...opened, state: 'delivered', acceptedAt: at, deliveredAt: at } as const;
  const said = { receiverId: [opened.receiverId ?? ''] };
  const also = (record: CaseRecord) => preserving(record, opened, at, dependencies.house.calendar);
  await moveDelivery(dependencies, opened, delivered, 'delivery.delivered', { said, also });
  return null;
}

type Part = Required<Pick<CaseChange, 'set' | 'events' | 'outbox'>>;

function preserving(record: CaseRecord, { deliveryId }: Delivery, at: string, calendar: Calendar): Part {
  const found = findClock(PRESERVE);
  if (found === null) return { set: {}, events: [], outbox: [] };
  const clock = computeClock(found.rule, at, calendar);
  const until = normalInstant(clock.dueAt);
  const name = `${record.caseId}-${REPORT_PRESERVATION_END}`;
  return {
    set: { clocks: [...record.clocks.filter((known) => known.clock !== PRESERVE), clock] },
    events: [stepEvent(tell.step, 'content.preserved', { deliveryId, until })],
    outbox: [{ kind: 'schedule', name, at: until, purpose: REPORT_PRESERVATION_END }],
  };
}

async function refused(
  dependencies: DeliverNcmecDependencies,
  duty: Delivery,
  answer: { readonly kind: 'refused'; readonly code: string } | { readonly kind: 'unauthorised' },
): Promise<null> {
  if (answer.kind === 'unauthorised') return await giveUp(dependencies, duty, 'operator', 'account-refused');
  return await giveUp(dependencies, duty, 'lead', 'report-refused', { code: [answer.code] });
}

async function giveUp(
  dependencies: DeliverNcmecDependencies,
  duty: Delivery,
  owner: string,
  reason: string,
  said: Readonly<Record<string, string[]>> = {},
): Promise<null> {
  await moveDelivery(dependencies, duty, { ...duty, state: 'parked', owner, reason }, 'delivery.parked', { said });
  return null;
}
