import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import type { DecisionRecord } from '#domain/decision';
import type { Delivery } from '#domain/delivery';
import { type OwedNotification, owedNotifications, withheldUntil } from '#domain/notifications';
import { type Moment, notificationOutcome } from '#domain/owed-moments';
import type { Language, Party } from '#domain/party';
import { withheldTimer } from '#runtime/withhold-change';
import type { CaseChange } from '../../ports/case-store.ts';
import { isCarriedOn } from '../shared/decisions.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf } from '../shared/load-case.ts';
import { tell } from './contract.ts';
import type { Sources } from './sources.ts';

/** Who sends what a machine may only draft, and who looks after a channel that is not connected. */
const OWNERS = { draft: 'trained person', 'transparency-database': 'counsel' } as const;

/** Duties recorded by one transaction. */
export const PLANNED_AT_ONCE = 60;

/** The duties to tell somebody that a case owes at a moment. */
export function dutiesAt(sources: Sources, moment: Moment, now: string): Delivery[] {
  const { record } = sources;
  const decision = sources.decision?.record ?? null;
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  const owed = owedNotifications(basisOf(record), moment, notificationOutcome(record, decision), secrecy);
  return owed.flatMap((notification) =>
    recipients(sources, notification).map((to) => dutyTo(record, decision, moment, notification, to, now)),
  );
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
      ...fresh.filter(({ state }) => state === 'parked').map(parkedEvent),
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
  return duty.state === 'parked' ? duty : { ...duty, notBefore, state: notBefore === null ? 'owed' : 'scheduled' };
}

function parkedEvent({ deliveryId, owner, reason }: Delivery): CaseChange['events'][number] {
  return stepEvent(tell.step, 'delivery.parked', { deliveryId, owner }, reason);
}

function scheduledEvent({ deliveryId, notBefore }: Delivery): CaseChange['events'][number] {
  return stepEvent(tell.step, 'delivery.scheduled', { deliveryId, notBefore }, 'non-disclosure');
}

type Recipient = Pick<Party, 'personId' | 'language'>;

function recipients(sources: Sources, { to, channel }: OwedNotification): readonly Recipient[] {
  const { record, parties, effects, decision } = sources;
  const affecting = [...effects.values()].filter((item) => isAffected(item) && !isCarriedOn(item, decision));
  if (channel === 'transparency-database') return [{ personId: 'transparency-database', language: record.language }];
  switch (to) {
    case 'sender':
    case 'authority': {
      const party = parties.get(to);
      return party === undefined ? [] : [party];
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
  { kind, to, channel, notBefore }: OwedNotification,
  { personId, language }: Recipient,
  owedAt: string,
): Delivery {
  const decisionId = EARLY.has(moment) ? null : (decision?.decisionId ?? null);
  const round = kind === 'information-request' ? `.${record.informationRound}` : '';
  const unconnected = channel === 'transparency-database';
  const parked = unconnected
    ? { owner: OWNERS[channel], reason: 'channel-not-connected' }
    : { owner: null, reason: null };
  return {
    deliveryId: `${decisionId ?? 'case'}.${kind}.${personId}${round}`,
    caseId: record.caseId,
    kind,
    to,
    personId,
    channel,
    language,
    state: unconnected ? 'parked' : notBefore === null ? 'owed' : 'scheduled',
    attempt: 0,
    possibleDuplicate: false,
    ...parked,
    notBefore,
    owedAt,
    decisionId,
    contentSha256: null,
    documentKey: null,
    providerMessageId: null,
    claimedAt: null,
    acceptedAt: null,
    deliveredAt: null,
  };
}

/** Moments that come before anybody decided, so that their messages belong to the case. */
const EARLY: ReadonlySet<Moment> = new Set<Moment>(['receipt', 'information', 'rerouted', 'withdrawn']);

/** Who has to send a draft. */
export const DRAFT_OWNER = OWNERS.draft;
