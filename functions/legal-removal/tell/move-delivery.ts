import type { Commitment } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { deliveryKey, PageRow, pageKey } from '#domain/case-rows';
import { Delivery, HEARING_OVER } from '#domain/delivery';
import { isClosed } from '#domain/hearing';
import { undeliveredChange } from '#runtime/undelivered-change';
import type { CaseChange, CaseStore, RowPut } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { stepEvent } from '../shared/events.ts';
import { tell } from './contract.ts';
import { withheldChange } from './withhold.ts';

/** What moving a duty uses. */
export interface MoveDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly clock: Clock;
}

/** What is recorded in the same transaction as the next state of a duty. */
export interface Beside {
  /** What the event commits to. */
  readonly commitment?: Commitment | null;
  /** What it says besides the codes of the duty. */
  readonly said?: Readonly<Record<string, string[]>>;
  readonly row?: RowPut;
  /** What else changes on the record as it then is. */
  readonly also?: (record: CaseRecord) => Required<Pick<CaseChange, 'set' | 'events' | 'outbox'>>;
}

/**
 * Records the next state of a duty, unless somebody else moved it meanwhile, secrecy holds it back by now, or it is what
 * somebody is heard on and the hearing was closed: then false. A message is claimed on the record as it is, so that none
 * leaves after an amendment made it secret or a withdrawal ended the hearing.
 */
export async function moveDelivery(
  { cases, clock }: MoveDependencies,
  before: Delivery,
  after: Delivery,
  type: Parameters<typeof stepEvent>[1],
  { commitment = null, said = {}, row, also }: Beside = {},
): Promise<boolean> {
  const key = deliveryKey(before.deliveryId);
  return await cases.change(before.caseId, async (record, rows) => {
    const now = await rows.readRow(before.caseId, key, Delivery);
    if (now?.state !== before.state || now.attempt !== before.attempt) return { result: false };
    const secret = after.state === 'claimed' ? withheldChange(record, now, clock.now()) : null;
    if (secret !== null) return { change: secret, result: false };
    if (after.state === 'claimed' && after.kind === 'hearing-notice' && isClosed(record.hearing)) {
      return { change: setAside(record, now, clock.now()), result: false };
    }
    const event = {
      ...stepEvent(tell.step, type, { ...codesOf(after), ...said }, after.reason),
      commitments: commitment === null ? [] : [commitment],
    };
    const pages = after.state === 'parked' ? await rows.listRows(before.caseId, pageKey(''), PageRow) : [];
    const { set, outbox, rows: paged } = undeliveredChange(record, { before: now, after, pages }, clock.now());
    const kept = { key, value: after, when: 'replace' } as const;
    const beside = row === undefined ? [] : [row];
    const more = also?.(record) ?? { set: {}, events: [], outbox: [] };
    const change = {
      set: { ...set, ...more.set },
      events: [event, ...more.events],
      rows: [kept, ...beside, ...paged],
      outbox: [...outbox, ...more.outbox],
    };
    return { change, result: true };
  });
}

/** What is said beside a message that is parked: the fields at fault, where they are known. */
export function atFault(fields: readonly string[] = []): Beside {
  return fields.length === 0 ? {} : { said: { fields: [...fields] } };
}

/** What is heard no more is sent no more: it would promise a time to answer that is over. */
function setAside(record: CaseRecord, before: Delivery, at: string): CaseChange {
  const after: Delivery = { ...before, state: 'parked', owner: 'operator', reason: HEARING_OVER };
  return {
    set: undeliveredChange(record, { before, after, pages: [] }, at).set,
    events: [stepEvent(tell.step, 'delivery.parked', codesOf(after), HEARING_OVER)],
    rows: [{ key: deliveryKey(before.deliveryId), value: after, when: 'replace' }],
  };
}

function codesOf({ deliveryId, kind, attempt, owner, possibleDuplicate }: Delivery): Parameters<typeof stepEvent>[2] {
  return {
    deliveryId,
    kind,
    attempt,
    ...(owner !== null && { owner }),
    ...(possibleDuplicate && { possibleDuplicate }),
  };
}
