import type { NewAuditEvent } from '#domain/audit-event';
import { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import type { CaseChange, CaseRows, CaseStore, NewCase } from '../../../functions/ports/case-store.ts';

export const NOW = '2026-10-17T21:40:00.000Z';

/** A case in review, changed as a test needs it. */
export function sampleCase(changes: Partial<CaseRecord> = {}): CaseRecord {
  return CaseRecord.parse({
    caseId: 'case-0123456789abcdefghjkmnpqrs',
    reference: 'W-0000-00000',
    legalBasis: 'DSA_ART16',
    legalBasisVersion: 1,
    nature: 'notice',
    language: 'en',
    channel: 'api',
    receivedAt: '2026-10-17T20:00:00.000Z',
    state: 'in-review',
    outcome: null,
    tier: 1,
    queue: 'general',
    dueAt: '2026-10-20T20:00:00.000Z',
    version: 3,
    audit: { seq: 4, hash: 'a'.repeat(64) },
    run: 1,
    claimedRun: 1,
    stage: 'review',
    senderId: 'sender',
    authorityId: null,
    itemCount: 1,
    territories: ['DE'],
    clocks: [],
    missing: [],
    informationRound: 0,
    informationDueAt: null,
    planned: true,
    actFirst: false,
    authenticated: false,
    lease: null,
    decisionId: null,
    approvalVerdict: null,
    effects: { pending: 0, proven: 0, failed: 0 },
    firstEffectAt: null,
    provenAt: null,
    nonDisclosureUntil: null,
    parked: null,
    danger: null,
    watchAt: NOW,
    closedAt: null,
    ...changes,
  });
}

/** A mail that was handed over and not yet heard of. */
export function sampleDelivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    deliveryId: 'case-1.d1.decision-to-sender.sender',
    caseId: 'case-1',
    kind: 'decision-to-sender',
    to: 'sender',
    personId: 'sender',
    channel: 'mail',
    language: 'en',
    state: 'accepted',
    attempt: 1,
    possibleDuplicate: false,
    owner: null,
    reason: null,
    notBefore: null,
    owedAt: NOW,
    decisionId: null,
    contentSha256: null,
    documentKey: null,
    providerMessageId: 'message-1',
    claimedAt: NOW,
    acceptedAt: NOW,
    deliveredAt: null,
    ...changes,
  };
}

/** An event with nothing but its type. */
export function sampleEvent(type: NewAuditEvent['type'] = 'note.added'): NewAuditEvent {
  return { type, actor: { kind: 'system', id: 'test' }, reason: null, data: {}, commitments: [] };
}

/** A new case ready to be recorded, without rows, keys or outbox unless given. */
export function sampleNewCase(record: Partial<CaseRecord>, more: Partial<NewCase> = {}): NewCase {
  const { version: _version, audit: _audit, ...rest } = sampleCase(record);
  return {
    record: rest,
    events: [sampleEvent('case.received')],
    rows: [],
    outbox: [],
    keys: [],
    caseSecret: new Uint8Array(32).fill(7),
    idempotency: null,
    ...more,
  };
}

const NO_ROWS: CaseRows = { readRow: async () => null, listRows: async () => [] };

/** A `change` of the case store over one record and its rows in memory that keeps what was decided. */
export function changing(
  record: CaseRecord,
  rows: Partial<CaseRows> = {},
): { readonly changes: CaseChange[]; readonly change: CaseStore['change'] } {
  const changes: CaseChange[] = [];
  return {
    changes,
    change: async (_, decide) => {
      const decided = await decide(record, { ...NO_ROWS, ...rows });
      if ('change' in decided) changes.push(decided.change);
      return decided.result;
    },
  };
}
