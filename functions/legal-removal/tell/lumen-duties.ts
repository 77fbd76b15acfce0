import type { Delivery } from '#domain/delivery';
import { sharingRule } from '#domain/lumen/sharing';
import type { Moment } from '#domain/owed-moments';
import { newDuty } from './new-duty.ts';
import type { Sources } from './sources.ts';

/** Whom a notice to Lumen is owed to, among the persons of a case. */
export const LUMEN = 'lumen';

/** The notice to Lumen that a decided demand owes once it is carried out, or at once where nothing was to be done. */
export function lumenDuties({ record, decision }: Sources, moment: Moment, now: string): Delivery[] {
  if (decision === null) return [];
  const { decisionId, effect, outcome } = decision.record;
  const carriedOut = moment === 'proven' && effect === 'restrict';
  const refused = moment === 'decided' && effect === 'none' && outcome === 'reject';
  const rule = sharingRule(record, decision.document.ground?.category);
  if (rule === null || !(carriedOut || refused)) return [];
  const owed = { kind: 'lumen-notice', to: 'authority', channel: 'lumen', withheldBySecrecy: true } as const;
  const notification = { ...owed, source: rule.source, notBefore: null };
  const duty = newDuty(record, notification, { personId: LUMEN, language: record.language }, now);
  return [{ ...duty, deliveryId: `${decisionId}.lumen-notice`, decisionId }];
}
