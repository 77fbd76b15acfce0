import type { Actor } from '#domain/audit-event';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { withheldUntil } from '#domain/notifications';
import { amendedSecrecy, type Secrecy, withSecrecy } from '#domain/secrecy';
import type { KeptInformation } from '#domain/submission';
import { expandTerritories } from '#domain/territory';
import { withheldTimer, withholding } from '#runtime/withhold-change';
import type { CaseStore, OutboxEntry } from '../../ports/case-store.ts';
import { newEvent } from '../shared/events.ts';
import type { PieceEffects } from '../shared/information.ts';

/** What judging an amendment uses. */
export interface Amending {
  readonly cases: Pick<CaseStore, 'listRows'>;
  readonly calendar: Calendar;
}

/** An amendment with the instant at which it arrived. */
export type KeptAmendment = Extract<KeptInformation, { readonly kind: 'amendment' }>;

/** Messages withheld by the change itself; should there be more, each is withheld as it is about to leave. */
const WITHHELD_AT_ONCE = 60;
/** Minutes until messages that secrecy no longer holds back are looked for: a schedule cannot lie in the past. */
const RELEASE_MINUTES = 1;

/**
 * What an amendment changes about its order at once: until when it is secret, never beyond the maximum, with the
 * messages that have not left withheld; and its territories. A case that was decided on is never widened or narrowed
 * by itself: somebody is paged, and the reviewer sees what is asked for now.
 */
export async function amendmentEffects(
  { cases, calendar }: Amending,
  record: CaseRecord,
  { amendment, at }: KeptAmendment,
  actor: Actor,
): Promise<PieceEffects> {
  const basis = findLegalBasis(record.legalBasis, record.legalBasisVersion);
  const secrecy = basis === null ? null : secrecyAfter(record, basis, amendment.nonDisclosureUntil, calendar, at);
  const territories = expandTerritories(amendment.territories ?? []);
  const reshapes = territories.length > 0;
  if (secrecy === null && !reshapes) return { set: {}, events: [], rows: [], outbox: [], reshapes };
  const withheld = secrecy === null || basis === null ? [] : await unsent(cases, record, basis, secrecy, at);
  const data = {
    ...(secrecy !== null && {
      nonDisclosureUntil: secrecy.until,
      withheld: withheld.map(({ deliveryId }) => deliveryId),
    }),
    ...(reshapes && { territories: [...territories] }),
  };
  return {
    set: {
      ...(secrecy !== null && { nonDisclosureUntil: secrecy.until, clocks: withSecrecy(record.clocks, secrecy) }),
      ...(reshapes && { territories: [...territories], territoriesAmendedAt: at }),
    },
    events: [newEvent('order.amended', actor, data)],
    rows: secrecy === null ? [] : withholding(record.caseId, withheld, secrecy.until).rows,
    outbox: [...timers(record, secrecy, at), ...(reshapes ? pages(record) : [])],
    reshapes,
  };
}

function secrecyAfter(
  { issuedAt, receivedAt, nonDisclosureUntil: until, clocks }: CaseRecord,
  basis: LegalBasis,
  requested: string | null | undefined,
  calendar: Calendar,
  now: string,
): Secrecy | null {
  if (requested === null || requested === undefined) return null;
  return amendedSecrecy(basis, requested, { decidedAt: issuedAt ?? receivedAt, until, clocks }, calendar, now);
}

/** The messages that no channel has taken and that the secrecy holds back, or held back before. */
async function unsent(
  cases: Pick<CaseStore, 'listRows'>,
  { caseId }: CaseRecord,
  basis: LegalBasis,
  { until }: Secrecy,
  now: string,
): Promise<readonly Delivery[]> {
  const deliveries = await cases.listRows(caseId, deliveryKey(''), Delivery);
  return deliveries
    .filter((delivery) => {
      if (delivery.state === 'scheduled') return delivery.notBefore !== until;
      const waits = delivery.state === 'owed' || delivery.state === 'claimed';
      return waits && withheldUntil(basis, delivery, { nonDisclosureUntil: until, now }) !== null;
    })
    .slice(0, WITHHELD_AT_ONCE);
}

/** The timer of the new end, whatever is owed by then; at once when the secrecy is over. */
function timers({ caseId }: CaseRecord, secrecy: Secrecy | null, now: string): OutboxEntry[] {
  if (secrecy === null) return [];
  const soonest = plus(now, { minutes: RELEASE_MINUTES });
  const over = secrecy.until <= soonest;
  return [withheldTimer(caseId, over ? soonest : secrecy.until)];
}

/** Who decided has to look again; before a decision the demand is only looked at anew. */
function pages({ caseId, decisionId, version }: CaseRecord): OutboxEntry[] {
  if (decisionId === null) return [];
  return [{ kind: 'page', pageId: `${caseId}-amended-${version}`, reason: 'order-amended' }];
}
