import type { DecisionRecord } from '#domain/decision';
import type { Delivery } from '#domain/delivery';
import type { NotificationRule } from '#domain/legal-basis';
import { owedNotifications } from '#domain/notifications';
import type { Moment } from '#domain/owed-moments';
import { inLots, isStated } from '#domain/transparency-database/entries';
import { type Decision, isCarriedOn } from '../shared/decisions.ts';
import { basisOf } from '../shared/load-case.ts';
import { newDuty } from './new-duty.ts';
import type { Sources } from './sources.ts';

/** Whom an entry is owed to, among the persons of a case. */
const DATABASE = 'transparency-database';

/**
 * The entries in the Transparency Database that a case owes at a moment, each of as many items as one request takes.
 * They state only what is proven, so that none is owed while an effect is open; and a restriction that was taken back
 * before its entry was owed is stated all the same, since its uploader was told of it.
 */
export function entryDuties(sources: Sources, moment: Moment, now: string): Delivery[] {
  const { record, decision, restricting, effects, restricted } = sources;
  const rule = basisOf(record).notifications.find(({ channel }) => channel === DATABASE);
  if (rule === undefined || record.effects.pending + record.effects.failed > 0) return [];
  if (moment === 'restored') return entriesOf(sources, rule, restricting, restricted, now);
  return moment === rule.moment ? entriesOf(sources, rule, decision, effects, now) : [];
}

function entriesOf(
  { record }: Sources,
  rule: NotificationRule,
  decision: Decision | null,
  effects: Sources['effects'],
  now: string,
): Delivery[] {
  if (decision?.record.effect !== 'restrict') return [];
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  const owed = owedNotifications(basisOf(record), rule.moment, 'restricted', secrecy);
  const notification = owed.find(({ channel }) => channel === DATABASE);
  if (notification === undefined) return [];
  const stated = [...effects.values()].filter((item) => isStated(item) && !isCarriedOn(item, decision));
  return inLots(stated.map(({ itemId }) => itemId)).map((itemIds, lot) => ({
    ...newDuty(record, notification, { personId: DATABASE, language: record.language }, now),
    deliveryId: entryId(decision.record, notification.kind, lot),
    decisionId: decision.record.decisionId,
    entry: { itemIds, stored: 0, unconfirmed: 0, mayBeStored: false, saysEnd: false, outdatedBy: null },
  }));
}

function entryId({ decisionId }: DecisionRecord, kind: Delivery['kind'], lot: number): string {
  return `${decisionId}.${kind}.${DATABASE}${lot === 0 ? '' : `.${lot + 1}`}`;
}
