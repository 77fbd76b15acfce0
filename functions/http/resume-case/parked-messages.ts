import * as z from 'zod';
import type { Commitment } from '#domain/audit-event';
import { deliveryKey, PersonRow, personKey } from '#domain/case-rows';
import { Delivery, isDraftToSend, isReport, isStillHere, needsPerson } from '#domain/delivery';
import { Party } from '#domain/party';
import type { ReportDestinations } from '#domain/reports/addresses';
import { commitTo } from '#runtime/commitment';
import { type Answer, problem } from '#runtime/problem';
import type { CaseStore, RowPut } from '../../ports/case-store.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { type Named, reportFaults, reportSentBy } from './reports.ts';

/** What taking up parked messages needs. */
export interface ParkedMessagesDependencies {
  readonly cases: Pick<CaseStore, 'readRow' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly ids: Ids;
  readonly destinations: ReportDestinations;
}

/** A person's address as corrected: the row that names it from now on, and what the event commits to. */
export interface Correction {
  readonly row: RowPut;
  readonly documentKey: string;
  readonly commitment: Commitment;
}

/** Messages taken up by one call. */
const AT_ONCE = 25;

/**
 * The parked messages that a request means, or why it cannot be done: all that need a person when none is named. A
 * draft is sent only by its name, and so is one that was sent again and has not left yet.
 */
export async function messagesMeant(
  { cases, destinations }: Pick<ParkedMessagesDependencies, 'cases' | 'destinations'>,
  caseId: string,
  named: Named | null,
): Promise<readonly Delivery[] | Answer> {
  const duties = await cases.listRows(caseId, deliveryKey(''), Delivery);
  if (named === null) return duties.filter(needsPerson).slice(0, AT_ONCE);
  const parked = duties.filter((duty) => needsPerson(duty) || isDraftToSend(duty) || isStillHere(duty));
  const faults = named.flatMap((one, index) => {
    const { deliveryId, email } = one;
    const duty = parked.find((candidate) => candidate.deliveryId === deliveryId);
    if (duty === undefined)
      return [{ path: `deliveries.${index}.deliveryId`, message: 'no parked message of the case' }];
    if (isReport(duty.kind)) return reportFaults(duty, one, destinations, `deliveries.${index}`);
    const noMail = email !== undefined && duty.channel !== 'mail' && duty.channel !== 'draft';
    return noMail ? [{ path: `deliveries.${index}.email`, message: 'the message is no mail' }] : [];
  });
  if (faults.length > 0) return problem(400, 'Not every message named is parked and can be sent.', faults);
  const ids = new Set(named.map(({ deliveryId }) => deliveryId));
  return parked.filter(({ deliveryId }) => ids.has(deliveryId));
}

/** Keeps the addresses that a request corrects, encrypted like the persons they belong to, by person. */
export async function keepCorrections(
  dependencies: ParkedMessagesDependencies,
  caseId: string,
  meant: readonly Delivery[],
  named: Named,
): Promise<ReadonlyMap<string, Correction>> {
  const corrections = new Map<string, Correction>();
  for (const { deliveryId, email } of named) {
    const personId = meant.find((duty) => duty.deliveryId === deliveryId)?.personId;
    if (personId === undefined || email === undefined) continue;
    const correction = await correct(dependencies, caseId, personId, email);
    if (correction !== null) corrections.set(personId, correction);
  }
  return corrections;
}

async function correct(
  { cases, documents, vault, ids }: ParkedMessagesDependencies,
  caseId: string,
  personId: string,
  email: string,
): Promise<Correction | null> {
  const row = await cases.readRow(caseId, personKey(personId), PersonRow);
  if (row === null) return null;
  const party = { ...Party.parse(await documents.get(row.documentKey)), email };
  const documentKey = await documents.put(caseId, personId, `addresses/${ids.id('address')}`, party);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, party);
  return {
    row: { key: personKey(personId), value: { ...row, documentKey }, when: 'replace' },
    documentKey,
    commitment,
  };
}

/**
 * A parked message as it is owed again. What was written goes once more as it is, unless its reader's address was
 * corrected or it never was written, as where it was given other words: then it is written anew, and what may have gone before stays on record.
 */
export function owedAgain(duty: Delivery, isCorrected: boolean, wordingKey = duty.wordingKey): Delivery {
  const worded = wordingKey === undefined ? duty : { ...duty, wordingKey };
  const unsent = { attempt: 0, owner: null, reason: null, providerMessageId: null, deliveredAt: null };
  const again = { ...worded, ...unsent, resumed: true };
  if (duty.documentKey !== null && !isCorrected) return { ...again, state: 'claimed' };
  const written = { documentKey: null, contentSha256: null, claimedAt: null, acceptedAt: null };
  const rewritten = (duty.rewritten ?? 0) + 1;
  return { ...again, ...written, state: 'owed', ...(duty.documentKey !== null && { rewritten }) };
}

/** A draft as it is owed once a trained person sends it: a report of its own, with the grounds that person read. */
export function sentBy(draft: Delivery, person: string, said: Named[number] | undefined): Delivery {
  if (draft.report !== undefined) return reportSentBy({ ...draft, report: draft.report }, person, said);
  const written = { documentKey: null, contentSha256: null, draftKey: draft.documentKey ?? undefined };
  const report = { kind: 'impossibility-report', channel: 'mail', state: 'owed', attempt: 0 } as const;
  return { ...draft, ...report, ...written, owner: null, reason: null, rewritten: 1, sentBy: person };
}

/** Tells a problem document from what was asked for. */
export function isRefusal(found: readonly Delivery[] | Answer): found is Answer {
  return z.object({ status: z.number() }).safeParse(found).success;
}
