import * as z from 'zod';
import { ClockEntryRow, clockEntryKey } from '#domain/clock-entry';
import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';

const Reason = z.object({ reason: z.string() });

/** The id of the message that tells of an extension, by the number of its entry. */
export function extensionNoticeId(number: number, personId: string): string {
  return `case.extension-notice.${personId}.${number}`;
}

/** The facts of a message about an extension with why it is needed; those of any other message as they are. */
export async function withExtension(
  { cases, documents }: { readonly cases: Pick<CaseStore, 'listRows'>; readonly documents: Pick<DocumentStore, 'get'> },
  facts: FactSheet,
  { caseId, kind, deliveryId, personId }: Pick<Delivery, 'caseId' | 'kind' | 'deliveryId' | 'personId'>,
): Promise<FactSheet> {
  if (kind !== 'extension-notice') return facts;
  const rows = await cases.listRows(caseId, clockEntryKey(), ClockEntryRow);
  const row = rows.find(({ number }) => extensionNoticeId(number, personId) === deliveryId);
  if (row === undefined) return facts;
  return { ...facts, extension: Reason.parse(await documents.get(row.documentKey)) };
}
