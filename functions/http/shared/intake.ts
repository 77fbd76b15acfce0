import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { personKey } from '#domain/case-rows';
import { locateItems } from '#domain/locate';
import type { Party } from '#domain/party';
import { claimedItems, type KeptRequest, workUrls } from '#domain/submission';
import { commitTo } from '#runtime/commitment';
import { type Answer, problem } from '#runtime/problem';
import type {
  CaseStore,
  CommittedDocument,
  IdempotentAnswer,
  NewCase,
  OrderClaim,
  OutboxEntry,
} from '../../ports/case-store.ts';
import { CASE_SECRET, type DocumentStore, type FreshKeys, type Vault } from '../../ports/vault.ts';
import { signalledEvent } from './danger.ts';
import { newEvent } from './events.ts';

/** What intake needs of the outside. */
export interface IntakeDependencies {
  readonly cases: Pick<CaseStore, 'create'>;
  readonly documents: Pick<DocumentStore, 'putWithKey'>;
  readonly vault: Pick<Vault, 'createKeys'>;
}

/** A demand ready to be recorded. */
export interface Submission {
  readonly record: Omit<CaseRecord, 'version' | 'audit'>;
  readonly party: Party;
  readonly kept: KeptRequest;
  /** Further documents of the sender by name: the files sent along. */
  readonly files: Readonly<Record<string, unknown>>;
  readonly actor: NewAuditEvent['actor'];
  /** What remembers an order by its reference. */
  readonly order?: OrderClaim;
  /** What a complaint puts beside the case complained of. */
  readonly beside?: NewCase['beside'];
}

/** The keys of a case in the making. */
export interface CaseKeys {
  readonly fresh: FreshKeys;
  readonly caseSecret: Uint8Array;
}

/** Makes the keys of a new case: its own secret and the sender's. */
export async function makeKeys(vault: Pick<Vault, 'createKeys'>, caseId: string, personId: string): Promise<CaseKeys> {
  const fresh = await vault.createKeys(caseId, [CASE_SECRET, personId]);
  return { fresh, caseSecret: keyOf(fresh, CASE_SECRET) };
}

/**
 * Records a case: first its encrypted documents, then one transaction of at most ten rows, whatever the number of
 * items. Documents that a crash leaves without a case are removed by a sweep. Null once recorded, else what to answer.
 */
export async function recordCase(
  dependencies: IntakeDependencies,
  submission: Submission,
  keys: CaseKeys,
  idempotency: IdempotentAnswer | null,
): Promise<Answer | null> {
  const { record, party, kept } = submission;
  const { caseId } = record;
  await keepDocuments(dependencies.documents, submission, keys);
  const requestKey = `${caseId}/${party.personId}/request`;
  const commitments = [commitTo(keys.caseSecret, requestKey, kept)];
  const received = newEvent(
    'case.received',
    submission.actor,
    { legalBasis: record.legalBasis, items: record.itemCount, channel: record.channel, document: requestKey },
    { commitments },
  );
  const created = await dependencies.cases.create({
    record,
    events: record.danger === null ? [received] : [received, signalledEvent(record.danger.signals)],
    rows: [
      {
        key: personKey(party.personId),
        value: { personId: party.personId, role: party.role, documentKey: `${caseId}/${party.personId}/party` },
        when: 'new',
      },
    ],
    outbox: outboxOf(record),
    documents: attachmentsOf(kept),
    keys: keys.fresh.rows,
    caseSecret: keys.caseSecret,
    idempotency,
    ...(submission.order !== undefined && { order: submission.order }),
    ...(submission.beside !== undefined && { beside: submission.beside }),
  });
  return created === 'created' ? null : problem(503, 'The demand could not be kept just now. Please send it again.');
}

/** The number of items of a demand: what was complained of, without repeats and without the sender's own works. */
export function countItems(kept: KeptRequest): number {
  return itemsOf(kept).length;
}

/** Nothing lies below it: where items live on the platform is found out in validation, not at the door. */
const NO_PLATFORM = 'about:blank';

function itemsOf(kept: KeptRequest): ReturnType<typeof locateItems>['items'] {
  return locateItems(claimedItems(kept, []), workUrls(kept), NO_PLATFORM).items;
}

async function keepDocuments(
  documents: Pick<DocumentStore, 'putWithKey'>,
  { record: { caseId }, party, kept, files }: Submission,
  { fresh, caseSecret }: CaseKeys,
): Promise<void> {
  const { personId } = party;
  const key = keyOf(fresh, personId);
  await Promise.all([
    documents.putWithKey(caseId, personId, 'request', kept, key),
    documents.putWithKey(caseId, personId, 'party', party, key),
    documents.putWithKey(caseId, CASE_SECRET, 'items', itemsOf(kept), caseSecret),
    ...Object.entries(files).map(([name, file]) => documents.putWithKey(caseId, personId, name, file, key)),
  ]);
}

/** The files sent along that are kept, bound to the case's first event by the hash of their bytes. */
function attachmentsOf(kept: KeptRequest): readonly CommittedDocument[] {
  if (kept.kind === 'order') return [];
  return kept.attachments.flatMap(({ documentKey, sha256 }) => (documentKey === null ? [] : [{ documentKey, sha256 }]));
}

function outboxOf({ danger }: Submission['record']): readonly OutboxEntry[] {
  const start = { kind: 'start', run: 1, stage: 'validate' } as const;
  if (danger === null) return [start];
  return [start, { kind: 'page', pageId: danger.pageId, reason: danger.signals.join(' ') }];
}

function keyOf(fresh: FreshKeys, name: string): Uint8Array {
  const key = fresh.keys.get(name);
  if (key === undefined) throw new TypeError(`no key was made for ${name}`);
  return key;
}
