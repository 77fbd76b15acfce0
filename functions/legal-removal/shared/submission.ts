import * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { InformationRow } from '#domain/case-rows';
import { Item } from '#domain/item';
import { KeptInformation, KeptRequest } from '#domain/submission';
import type { CaseStore } from '../../ports/case-store.ts';
import { DocumentNotFoundError } from '../../ports/errors.ts';
import { CASE_SECRET, type DocumentStore } from '../../ports/vault.ts';

type Documents = Pick<DocumentStore, 'get'>;

/** The person of a case who sent the demand. */
export function askerOf(record: Pick<CaseRecord, 'nature'>): 'sender' | 'authority' {
  return record.nature === 'order' ? 'authority' : 'sender';
}

/** The demand as it was submitted. */
export async function readRequest(
  documents: Documents,
  record: Pick<CaseRecord, 'caseId' | 'nature'>,
): Promise<KeptRequest> {
  return KeptRequest.parse(await documents.get(`${record.caseId}/${askerOf(record)}/request`));
}

/** What the one who asked sent later, in order of arrival; a number whose text was never kept is passed over. */
export async function readInformation(
  { cases, documents }: { readonly cases: Pick<CaseStore, 'listRows'>; readonly documents: Documents },
  caseId: string,
): Promise<readonly KeptInformation[]> {
  const rows = await cases.listRows(caseId, 'INFORMATION#', InformationRow);
  const pieces = await Promise.all(rows.map(({ documentKey }) => readIfThere(documents, documentKey)));
  return pieces.flatMap((piece) => (piece === null ? [] : [KeptInformation.parse(piece)]));
}

/** The items of the case. */
export async function readItems(documents: Documents, caseId: string): Promise<readonly Item[]> {
  return z.array(Item).parse(await documents.get(`${caseId}/case/items`));
}

/** A document, or null when there is none of that key. */
export async function readIfThere(documents: Documents, documentKey: string): Promise<unknown> {
  try {
    return await documents.get(documentKey);
  } catch (error) {
    if (error instanceof DocumentNotFoundError) return null;
    throw error;
  }
}

/** Takes out of the items of a case what whoever asked wrote beside them. */
export async function forgetNotes(documents: Pick<DocumentStore, 'get' | 'replace'>, caseId: string): Promise<void> {
  const items = await readItems(documents, caseId);
  if (items.every(({ note }) => note === null)) return;
  const bare = items.map((item) => ({ ...item, note: null }));
  await documents.replace(caseId, CASE_SECRET, 'items', bare);
}
