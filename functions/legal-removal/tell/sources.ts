import * as z from 'zod';
import type { KeptAnswers } from '#domain/answers';
import type { CaseRecord } from '#domain/case';
import { type BatchRow, deliveryKey, type ItemEffect, PersonRow, PRESERVED } from '#domain/case-rows';
import { ComplaintRow, complaintKey } from '#domain/complaint';
import { Delivery } from '#domain/delivery';
import { isInformationDemand } from '#domain/disclosure';
import { HeardRow, heardKey } from '#domain/hearing';
import type { Item } from '#domain/item';
import { Party } from '#domain/party';
import { KeptRequest } from '#domain/submission';
import type { CaseStore } from '../../ports/case-store.ts';
import { KeyErasedError } from '../../ports/errors.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { readBatches } from '../shared/acting.ts';
import { type Decision, readDecision, restrictingDecision } from '../shared/decisions.ts';
import { RecordIncompleteError } from '../shared/errors.ts';
import { basisOf } from '../shared/load-case.ts';
import { restrictedBatches } from '../shared/restricted-batches.ts';
import { readInformation, readItems, readRequest } from '../shared/submission.ts';

/** Everything of a case that its messages are written from. */
export interface Sources {
  readonly record: CaseRecord;
  readonly kept: KeptRequest;
  /** What an authority supplied later to an order that lacked it, by element; nothing for a notice. */
  readonly answers: KeptAnswers;
  readonly items: readonly Item[];
  readonly parties: ReadonlyMap<string, Party>;
  /** The decision the case stands on, and the one whose restrictions are meant; null before anybody decided. */
  readonly decision: Decision | null;
  readonly restricting: Decision | null;
  /** What is known of each item of the present decision. */
  readonly effects: ReadonlyMap<string, ItemEffect>;
  /** What is known of each item of the restricting decision. */
  readonly restricted: ReadonlyMap<string, ItemEffect>;
  /** Those of the case of whom nothing can be read any more: nobody writes to them. */
  readonly erased: ReadonlySet<string>;
  /** Those who are heard before anybody decides; nobody where the law wants nobody heard. */
  readonly heard: readonly HeardRow[];
  /** Of those, the ones to whom what they are heard on was handed over. */
  readonly sentHearing: ReadonlySet<string>;
  /** What those heard are owed, or were sent, of how it ended for their content. */
  readonly hearingOutcomes: readonly Pick<Delivery, 'personId' | 'decisionId'>[];
  /** Of a complaint: what it is about, and who else has a part in the case complained of; null for anything else. */
  readonly complaint: ComplaintSources | null;
}

/** What is known of the case complained of. */
export interface ComplaintSources {
  readonly row: ComplaintRow;
  readonly others: readonly Party[];
}

/** The ports that sources are read through. */
export interface SourceReaders {
  readonly cases: Pick<CaseStore, 'readRow' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** Reads what the messages of a case are written from, as it stands now, by the present decision or another one. */
export async function readSources(
  readers: SourceReaders,
  record: CaseRecord,
  decisionId: string | null = record.decisionId,
): Promise<Sources> {
  const { cases, documents } = readers;
  const { caseId } = record;
  const [{ parties, erased }, decision, kept, items] = await Promise.all([
    partiesOf(readers, caseId),
    decisionId === null ? null : readDecision(readers, caseId, decisionId),
    readRequestOrNothing(documents, record),
    readItems(documents, caseId),
  ]);
  const answered = kept.kind === 'order' && record.informationRead;
  const answers = answered ? ((await unlessErased(answersOf(readers, caseId))) ?? {}) : {};
  const restricting = decision === null ? null : await restrictingDecision(readers, decision);
  const effects = await effectsOf(cases, record, decision);
  const restricted =
    restricting === decision ? effects : byItem(await restrictedBatches(cases, restricting?.record ?? null));
  const heard = record.hearing ? await cases.listRows(caseId, heardKey(), HeardRow) : [];
  const told = heard.length === 0 ? [] : await cases.listRows(caseId, deliveryKey(''), Delivery);
  const sentHearing = new Set(sentHearingOf(told));
  const hearingOutcomes = told.filter(({ kind }) => kind === 'hearing-outcome');
  const complaint = await complaintOf(readers, record);
  const known = { record, kept, answers, items, parties, erased, decision, restricting };
  return { ...known, effects, restricted, heard, sentHearing, hearingOutcomes, complaint };
}

async function complaintOf(
  readers: SourceReaders,
  { complaint, earlierCase }: CaseRecord,
): Promise<ComplaintSources | null> {
  if (complaint === undefined || earlierCase === undefined) return null;
  const row = await readers.cases.readRow(earlierCase, complaintKey(complaint), ComplaintRow);
  if (row === null) throw new RecordIncompleteError(`${earlierCase} has no complaint of ${complaint.personId}`);
  const { parties } = await partiesOf(readers, earlierCase);
  return { row, others: [...parties.values()].filter(({ personId }) => personId !== complaint.personId) };
}

function sentHearingOf(duties: readonly Delivery[]): string[] {
  return duties.flatMap(({ kind, acceptedAt, personId }) =>
    kind === 'hearing-notice' && acceptedAt !== null ? personId : [],
  );
}

/** The answers of all pieces of information: of two to the same question, the later one. */
async function answersOf(readers: SourceReaders, caseId: string): Promise<KeptAnswers> {
  const pieces = await readInformation(readers, caseId);
  return Object.assign({}, ...pieces.map((piece) => (piece.kind === 'information' ? piece.information.answers : {})));
}

async function partiesOf(
  { cases, documents }: SourceReaders,
  caseId: string,
): Promise<Pick<Sources, 'parties' | 'erased'>> {
  const rows = await cases.listRows(caseId, 'PERSON#', PersonRow);
  const read = await Promise.all(rows.map(({ documentKey }) => unlessErased(documents.get(documentKey))));
  const parties = z.array(Party).parse(read.filter((party) => party !== null));
  const erased = rows.filter((_, index) => read[index] === null).map(({ personId }) => personId);
  return { parties: new Map(parties.map((party) => [party.personId, party])), erased: new Set(erased) };
}

/** The demand; without any words once whoever sent it was erased. */
async function readRequestOrNothing(documents: SourceReaders['documents'], record: CaseRecord): Promise<KeptRequest> {
  const kept = await unlessErased(readRequest(documents, record));
  if (kept !== null) return kept;
  const { legalBasis, language, nature, authorityId } = record;
  const bare = { legalBasis, language, submittedBy: 'public', bodySha256: '' };
  const order = { kind: 'order', authority: { id: authorityId ?? 'erased' } };
  return KeptRequest.parse({ ...bare, ...(nature === 'order' ? order : { kind: 'notice', attachments: [] }) });
}

async function unlessErased<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof KeyErasedError) return null;
    throw error;
  }
}

async function effectsOf(
  cases: Pick<CaseStore, 'listRows'>,
  record: CaseRecord,
  decision: Decision | null,
): Promise<ReadonlyMap<string, ItemEffect>> {
  if (decision === null) return new Map();
  // On a demand for information a decision acts on no item: what is known of each was found as it was preserved.
  const batches = isInformationDemand(basisOf(record)) ? PRESERVED : decision.record.decisionId;
  return byItem(await readBatches(cases, record.caseId, batches));
}

function byItem(rows: readonly BatchRow[]): ReadonlyMap<string, ItemEffect> {
  return new Map(rows.flatMap(({ items }) => items).map((item) => [item.itemId, item]));
}
