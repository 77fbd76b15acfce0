import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { mayHideAddress } from '#domain/completeness';
import type { DecisionRecord } from '#domain/decision';
import type { Delivery } from '#domain/delivery';
import { type OwedNotification, owedNotifications, withheldUntil } from '#domain/notifications';
import { type Moment, notificationOutcome } from '#domain/owed-moments';
import type { Language, Party } from '#domain/party';
import { withheldTimer } from '#runtime/withhold-change';
import type { CaseChange } from '../../ports/case-store.ts';
import { isCarriedOn, isLifting } from '../shared/decisions.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf } from '../shared/load-case.ts';
import { tell } from './contract.ts';
import { entryDuties } from './entry-duties.ts';
import { liftedItems } from './lifted-items.ts';
import { lumenDuties } from './lumen-duties.ts';
import { newDuty } from './new-duty.ts';
import type { Sources } from './sources.ts';

/** Duties recorded by one transaction. */
export const PLANNED_AT_ONCE = 60;

/** The duties to tell somebody that a case owes at a moment. */
export function dutiesAt(sources: Sources, moment: Moment, now: string): Delivery[] {
  const { record } = sources;
  const decision = sources.decision?.record ?? null;
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  const owed = owedNotifications(basisOf(record), moment, notificationOutcome(record, decision), secrecy);
  const messages = owed.filter(({ channel }) => channel !== 'transparency-database');
  const told = messages.flatMap((notification) =>
    recipients(sources, notification).map((to) => dutyTo(record, decision, moment, notification, to, now)),
  );
  return [...told, ...entryDuties(sources, moment, now), ...lumenDuties(sources, moment, now)];
}

/** New duties of a case, `PLANNED_AT_ONCE` at most, and the change that records them; null when all are known. */
export interface Planning {
  readonly fresh: readonly Delivery[];
  readonly change: CaseChange | null;
}

/** The change that records new duties, as the secrecy on the record has it by now. Withheld ones get a timer. */
export function planningChange(
  record: CaseRecord,
  duties: readonly Delivery[],
  known: readonly Delivery[],
  now: string,
): Planning {
  const missing = duties.filter((duty) => known.every(({ deliveryId }) => deliveryId !== duty.deliveryId));
  const fresh = missing.slice(0, PLANNED_AT_ONCE).map((duty) => asSecret(record, duty, now));
  if (fresh.length === 0) return { fresh, change: null };
  const dates = new Set(fresh.flatMap(({ state, notBefore }) => (state === 'scheduled' ? (notBefore ?? []) : [])));
  const change: CaseChange = {
    events: [
      stepEvent(tell.step, 'delivery.owed', { deliveries: fresh.map(({ deliveryId }) => deliveryId) }),
      ...fresh.filter(({ state }) => state === 'scheduled').map(scheduledEvent),
    ],
    rows: fresh.map((duty) => ({ key: deliveryKey(duty.deliveryId), value: duty, when: 'new' })),
    outbox: [...dates].map((at) => withheldTimer(record.caseId, at)),
  };
  return { fresh, change };
}

/** The secrecy may have been amended since the duty was thought out. */
function asSecret(record: CaseRecord, duty: Delivery, now: string): Delivery {
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  const notBefore = withheldUntil(basisOf(record), duty, secrecy);
  return { ...duty, notBefore, state: notBefore === null ? 'owed' : 'scheduled' };
}

function scheduledEvent({ deliveryId, notBefore }: Delivery): CaseChange['events'][number] {
  return stepEvent(tell.step, 'delivery.scheduled', { deliveryId, notBefore }, 'non-disclosure');
}

type Recipient = Pick<Party, 'personId' | 'language'>;

function recipients(sources: Sources, { to, kind }: OwedNotification): readonly Recipient[] {
  const { parties, effects, decision, heard, sentHearing } = sources;
  const listening = heard.flatMap(({ personId, reachable }) => (reachable ? (parties.get(personId) ?? []) : []));
  if (kind === 'hearing-notice') return listening;
  // Whoever was not told that it began is not told that it is over.
  if (kind === 'hearing-outcome') {
    return listening.filter(
      ({ personId }) =>
        sentHearing.has(personId) && keepsContent(sources, personId) && !isToldBefore(sources, personId),
    );
  }
  const lifts = decision !== null && isLifting(decision.record);
  const meant = lifts ? liftedItems(sources) : [...effects.values()];
  const affecting = meant.filter((item) => isAffected(item) && !isCarriedOn(item, decision));
  switch (to) {
    case 'sender':
    case 'authority': {
      const party = parties.get(to);
      return party === undefined || isAnonymous(sources, party) ? [] : [party];
    }
    case 'uploader': {
      const affected = new Set(affecting.map(({ personId }) => personId));
      return [...parties.values()].filter(({ role, personId }) => role === 'uploader' && affected.has(personId));
    }
    case 'partner':
      return affecting.length > 0 ? [{ personId: 'partner', language: partnerLanguage() }] : [];
    case 'on-call':
      return [];
    default:
      return to satisfies never;
  }
}

/** Tells whether an earlier decision told somebody that theirs stays: another that leaves it tells nothing new. */
function isToldBefore({ record, decision, hearingOutcomes }: Sources, personId: string): boolean {
  if (decision === null || record.outcome === 'withdrawn') return false;
  const { decisionId } = decision.record;
  return hearingOutcomes.some((told) => told.personId === personId && told.decisionId !== decisionId);
}

/** Tells whether anything on which a person was heard is left as it is, by what was decided or since it was withdrawn. */
function keepsContent({ record, decision, heard }: Sources, personId: string): boolean {
  if (decision === null || record.outcome === 'withdrawn') return true;
  const { items } = decision.document;
  const restricted = new Set(items.flatMap(({ itemId, action }) => (action === 'none' ? [] : itemId)));
  return heard.some((row) => row.personId === personId && row.itemIds.some((itemId) => !restricted.has(itemId)));
}

/** Nobody is owed a message who gave no address and need not (DSA Art 16(2)(c) and (4)). */
function isAnonymous({ record }: Sources, { role, email }: Party): boolean {
  if (role !== 'sender' || (email ?? '').trim() !== '') return false;
  return mayHideAddress(basisOf(record), record.danger?.signals ?? []);
}

/** Webhooks know no language. */
function partnerLanguage(): Language {
  return 'en';
}

/** Nobody is told of a restriction of an item that was gone. */
function isAffected({ state, appliedAt }: { readonly state: string; readonly appliedAt: string | null }): boolean {
  return state !== 'gone' && (state !== 'proven' || appliedAt !== null);
}

function dutyTo(
  record: CaseRecord,
  decision: DecisionRecord | null,
  moment: Moment,
  notification: OwedNotification,
  recipient: Recipient,
  owedAt: string,
): Delivery {
  const { kind } = notification;
  const decisionId = EARLY.has(moment) ? null : (decision?.decisionId ?? null);
  const round = kind === 'information-request' ? `.${record.informationRound}` : '';
  const deliveryId = `${decisionId ?? 'case'}.${kind}.${recipient.personId}${round}`;
  return { ...newDuty(record, notification, recipient, owedAt), deliveryId, decisionId };
}

/** Moments that come before anybody decided, so that their messages belong to the case. */
const EARLY: ReadonlySet<Moment> = new Set<Moment>(['receipt', 'information', 'rerouted', 'withdrawn']);

/** Who has to send a draft. */
export const DRAFT_OWNER = 'trained person';
