import type { Calendar } from '#domain/calendar';
import { CounterNoticeRow, counterNoticeKey, KeptCounterNotice } from '#domain/counter-notice';
import type { Delivery } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import type { CounterNoticeFacts } from '#domain/messages/procedure-facts';
import { TOKEN_PLACE } from '#domain/messages/token-place';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { basisOf } from '../shared/load-case.ts';
import { readIfThere } from '../shared/submission.ts';
import type { Sources } from './sources.ts';

/** What the facts of counter-notices are read through. */
export interface CounterNoticeReaders {
  readonly cases: Pick<CaseStore, 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly house: { readonly publicUrl: string; readonly calendar: Calendar };
}

/**
 * The facts of a message with those of a counter-notice, where the basis knows one: for a statement of reasons how it is
 * given, with the place of the token; for the copy what was given. In any other message what others gave is confidential,
 * but for the one who complained and has the copy.
 */
export async function withCounterNotice(
  readers: CounterNoticeReaders,
  facts: FactSheet,
  delivery: Pick<Delivery, 'caseId' | 'deliveryId' | 'kind' | 'personId' | 'to'>,
  sources: Sources,
): Promise<FactSheet> {
  const rule = basisOf(sources.record).counterNotice;
  if (!rule) return facts;
  const { caseId, kind, to, personId } = delivery;
  const url = `${readers.house.publicUrl}/v1/notices/${caseId}`;
  if (kind === 'statement-of-reasons') {
    const way = { elements: rule.elements, url: `${url}/counter-notice`, accessToken: TOKEN_PLACE };
    return { ...facts, counterNotice: { way, given: null } };
  }
  const all = await readGiven(readers, caseId);
  if (kind === 'counter-notice-copy') {
    const given = all.find(({ row }) => row.copyId === delivery.deliveryId);
    return given === undefined
      ? facts
      : { ...facts, counterNotice: { way: null, given: copyOf(given, sources, rule.clocks.notBefore, url) } };
  }
  const hidden = to === 'sender' ? [] : all.filter(({ row }) => row.personId !== personId);
  return { ...facts, confidential: [...facts.confidential, ...hidden.flatMap(detailsOf)] };
}

/** A counter-notice with its text; one that was erased has none. */
interface Given {
  readonly row: CounterNoticeRow;
  readonly kept: KeptCounterNotice | undefined;
}

async function readGiven(
  { cases, documents }: Pick<CounterNoticeReaders, 'cases' | 'documents'>,
  caseId: string,
): Promise<Given[]> {
  const rows = await cases.listRows(caseId, counterNoticeKey(), CounterNoticeRow);
  return await Promise.all(
    rows.map(async (row) => ({
      row,
      kept: KeptCounterNotice.safeParse(await readIfThere(documents, row.documentKey)).data,
    })),
  );
}

function copyOf({ row, kept }: Given, { record }: Sources, clockId: string, url: string): CounterNoticeFacts['given'] {
  if (kept === undefined) return null;
  const { number, receivedAt, itemIds, notBefore, notAfter } = row;
  const { name, postalAddress, telephone, signature } = kept;
  const zone = record.clocks.find(({ clock }) => clock === clockId)?.zone ?? 'UTC';
  return {
    ...{ number, receivedAt, itemIds, notBefore, notAfter, zone },
    ...{ name: name ?? '', postalAddress: postalAddress ?? '', telephone: telephone ?? '', signature: signature ?? '' },
    courtActionUrl: `${url}/court-action`,
  };
}

function detailsOf({ row, kept }: Given): FactSheet['confidential'] {
  const { name, postalAddress, telephone } = kept ?? {};
  return [name, postalAddress, telephone].flatMap((value) =>
    value ? [{ label: `counter-notice ${row.number}`, value, audiences: [] }] : [],
  );
}
