import * as z from 'zod';
import { scrutinyAuthority } from '#domain/catalogue/scrutiny-authorities';
import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import type { Party } from '#domain/party';
import type { ReportDestinations } from '#domain/reports/addresses';
import { SCRUTINY_REQUEST_KEY, ScrutinyRequestRow } from '#domain/scrutiny';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';

/** As whom the authority of the establishment is told: it is no party of the case. */
export const SCRUTINY_READER = 'scrutiny-authority';

const Grounds = z.object({ grounds: z.string() });

/** The facts of a request for scrutiny with its grounds; those of any other message as they are. */
export async function withScrutiny(
  { cases, documents }: { readonly cases: Pick<CaseStore, 'readRow'>; readonly documents: Pick<DocumentStore, 'get'> },
  facts: FactSheet,
  { caseId, kind }: Pick<Delivery, 'caseId' | 'kind'>,
): Promise<FactSheet> {
  if (kind !== 'scrutiny-request') return facts;
  const row = await cases.readRow(caseId, SCRUTINY_REQUEST_KEY, ScrutinyRequestRow);
  if (row === null) return facts;
  const { grounds } = Grounds.parse(await documents.get(row.documentKey));
  return { ...facts, scrutiny: { infringement: row.infringement, grounds } };
}

/** The authority of the establishment as a reader; without an address where the deployment has none. */
export function scrutinyReader({ addresses }: ReportDestinations, { to, language }: Delivery): Party {
  const authority = scrutinyAuthority();
  const email = addresses.get(authority?.id ?? '') ?? null;
  return { personId: SCRUTINY_READER, role: to, name: authority?.name ?? null, email, language, country: null };
}
