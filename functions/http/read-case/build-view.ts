import * as z from 'zod';
import type { ApprovalView, CaseView, DecisionView, DeliveryView, NoteView } from '#domain/api/case-views';
import { shownState } from '#domain/api/shared';
import type { CaseRecord } from '#domain/case';
import { BatchRow, InformationRow, NoteRow, PersonRow, RemarkRow, remarkKey } from '#domain/case-rows';
import { ApprovalRecord, DecisionDocument, type DecisionRecord, liftedInPart } from '#domain/decision';
import { Delivery, isDraftToSend } from '#domain/delivery';
import { Item } from '#domain/item';
import { holderOf, leaseHolds } from '#domain/lease';
import { WithDraft } from '#domain/messages/kept-draft';
import { isExecutionDraft, OVERTAKEN } from '#domain/overtaken-draft';
import { Party } from '#domain/party';
import { mayReadText } from '#domain/reports/readers';
import { KeptInformation, KeptRemark, KeptRequest } from '#domain/submission';
import { erasedOf, unerased } from '#runtime/unerased';
import type { Caller } from '../../ports/callers.ts';
import type { CaseRows, OpenCase } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import type { Executions } from '../../ports/workflow.ts';
import { overtakenDrafts } from '../shared/overtaken-drafts.ts';
import { decisionInForce, decisionsOf } from '../shared/restrictions-in-force.ts';
import { clockViews } from './clock-views.ts';
import { viewComplaints } from './complaint-view.ts';
import { viewCounterNotices } from './counter-notice-view.ts';
import { type HearingViewSources, viewHearing } from './hearing-view.ts';
import { itemViews } from './item-views.ts';
import { viewKeeping } from './keeping-views.ts';
import { readText } from './read-text.ts';

/** What building the view of a case needs. */
export interface ViewDependencies {
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly executions: Pick<Executions, 'arn'>;
  readonly clock: Clock;
}

/** What the view of one case is read from. */
interface ViewSources extends ViewDependencies {
  readonly cases: Pick<CaseRows, 'listRows'>;
}

/** The case as somebody sees it who may see everything of it; what was erased is null. */
export async function buildCaseView(
  dependencies: ViewDependencies,
  { record, rows: cases }: OpenCase,
  caller: Caller,
): Promise<CaseView> {
  const { clock, executions } = dependencies;
  const { caseId } = record;
  const documents = unerased(dependencies.documents, await erasedOf(cases, caseId));
  const sources = { ...dependencies, documents, cases };
  const asker = record.nature === 'order' ? 'authority' : 'sender';
  const decisions = await decisionsOf(cases, caseId);
  const current = decisions.find(({ decisionId }) => decisionId === record.decisionId) ?? null;
  const [
    items,
    request,
    deliveries,
    parties,
    information,
    hearing,
    contested,
    keeping,
    notes,
    decision,
    approval,
    clocks,
  ] = await Promise.all([
    readItems(sources, record, decisions, current),
    readText(documents, `${caseId}/${asker}/request`, KeptRequest),
    readDeliveries(sources, record, caller),
    readParties(sources, caseId),
    readInformation(sources, caseId),
    viewHearing(sources, record),
    viewContested(sources, record),
    viewKeeping(sources, caseId),
    readNotes(sources, caseId),
    viewDecision(documents, current),
    viewApproval(sources, caseId, current ?? latestOf(decisions)),
    clockViews(cases, record, decisions, caller.role, clock.now()),
  ]);
  return {
    ...codesOf(record),
    owner: holderOf(record.lease, clock.now()),
    lease: viewLease(record, caller, clock.now()),
    clocks,
    execution: { arn: executions.arn(caseId, record.run), run: record.run },
    items,
    deliveries,
    parties,
    request,
    ...(caller.role === 'vendor' ? NOT_FOR_VENDORS : { information, hearing, ...contested, notes, ...keeping }),
    decision,
    approval,
    cut: null,
  };
}

async function viewContested(
  sources: HearingViewSources & { readonly cases: CaseRows },
  record: CaseRecord,
): Promise<Pick<CaseView, 'counterNotices' | 'complaints'>> {
  const [counterNotices, complaints] = await Promise.all([
    viewCounterNotices(sources, record.caseId),
    viewComplaints(sources.cases, record),
  ]);
  return { counterNotices, complaints };
}

const NOT_FOR_VENDORS = {
  information: null,
  hearing: null,
  counterNotices: null,
  complaints: null,
  notes: [],
  holds: null,
  erasures: null,
};

/** The fields of the record that are shown as they are. */
function codesOf(record: CaseRecord) {
  const { caseId, reference, legalBasis, legalBasisVersion, nature, outcome, tier, queue, language } = record;
  const { receivedAt, dueAt, closedAt, itemCount, actFirst, authenticated, authorityId, authorityCountry, missing } =
    record;
  const { informationDueAt, parked, undelivered, danger, nonDisclosureUntil, territories, territoriesAmendedAt } =
    record;
  return {
    ...{ caseId, reference, legalBasis, legalBasisVersion, nature, outcome, tier, queue, language },
    ...{ receivedAt, dueAt, closedAt, itemCount, actFirst, authenticated, authorityId, authorityCountry, missing },
    ...{ informationDueAt, parked, undelivered, danger, nonDisclosureUntil, territories, territoriesAmendedAt },
    proposal: record.proposal ?? null,
    setAside: record.setAside ?? null,
    reopened: record.reopened ?? null,
    state: shownState(record),
    lifecycleState: record.state,
  };
}

async function readItems(
  { cases, documents, clock }: ViewSources,
  record: CaseRecord,
  decisions: readonly DecisionRecord[],
  current: DecisionRecord | null,
): Promise<CaseView['items']> {
  const { caseId } = record;
  const restricting = decisionInForce(record, decisions) ?? current;
  const [items, text, batches] = await Promise.all([
    readText(documents, itemsKey(record), z.array(Item)),
    restricting === null ? null : readText(documents, restricting.documentKey, DecisionDocument),
    restricting === null ? [] : cases.listRows(caseId, `BATCH#${restricting.decisionId}#`, BatchRow),
  ]);
  const lifts = restricting?.effect === 'overturn' || restricting?.effect === 'reverse';
  const inPart = restricting === null ? new Set<string>() : liftedInPart(decisions, restricting.decisionId);
  const decided = (text?.items ?? []).map((item) =>
    lifts || inPart.has(item.itemId) ? { ...item, action: 'none' as const } : item,
  );
  const standing = batches.map((row) => ({ ...row, items: row.items.filter(({ itemId }) => !inPart.has(itemId)) }));
  return itemViews(items ?? [], decided, standing, clock.now());
}

function itemsKey({ caseId }: CaseRecord): string {
  return `${caseId}/case/items`;
}

function viewLease({ lease }: CaseRecord, caller: Caller, now: string): CaseView['lease'] {
  if (!leaseHolds(lease, now)) return null;
  return { ...lease, leaseId: lease.holder === caller.subject ? lease.leaseId : null };
}

async function readDeliveries(
  { cases, documents }: ViewSources,
  record: CaseRecord,
  caller: Caller,
): Promise<DeliveryView[]> {
  const deliveries = await cases.listRows(record.caseId, 'DELIVERY#', Delivery);
  const items = deliveries.some(isExecutionDraft) ? await readText(documents, itemsKey(record), z.array(Item)) : [];
  const overtaken = overtakenDrafts(record, items ?? [], deliveries);
  return await Promise.all(
    deliveries.map(async (delivery) => {
      const { deliveryId, to, channel, kind, state, language, owner } = delivery;
      const reason = overtaken.has(deliveryId) ? OVERTAKEN : delivery.reason;
      const { notBefore, possibleDuplicate, deliveredAt, sentBy, documentKey, entry, receiverId, report } = delivery;
      const particulars = { ...(sentBy !== undefined && { sentBy }), ...(entry !== undefined && { entry }) };
      const received = { ...(receiverId !== undefined && { receiverId }), ...(report !== undefined && { report }) };
      const codes = { deliveryId, to, channel, kind, state, language, owner, reason };
      const isShown = isDraftToSend(delivery) && mayReadText(kind, caller.role);
      const kept = isShown ? await readText(documents, documentKey ?? '', WithDraft) : null;
      const text = kept?.draft?.text ?? null;
      return { ...codes, notBefore, possibleDuplicate, deliveredAt, ...particulars, ...received, text };
    }),
  );
}

async function readParties({ cases, documents }: ViewSources, caseId: string): Promise<Party[]> {
  const persons = await cases.listRows(caseId, 'PERSON#', PersonRow);
  const parties = await Promise.all(persons.map(({ documentKey }) => readText(documents, documentKey, Party)));
  return parties.filter((party) => party !== null);
}

async function readInformation(
  { cases, documents }: ViewSources,
  caseId: string,
): Promise<(KeptInformation | KeptRemark)[]> {
  const rows = await cases.listRows(caseId, 'INFORMATION#', InformationRow);
  const remarks = await cases.listRows(caseId, remarkKey(), RemarkRow);
  const pieces = await Promise.all([
    ...rows.map(({ documentKey }) => readText(documents, documentKey, KeptInformation)),
    ...remarks.map(({ documentKey }) => readText(documents, documentKey, KeptRemark)),
  ]);
  return pieces.filter((piece) => piece !== null);
}

const NoteText = z.object({ text: z.string() });

async function readNotes({ cases, documents }: ViewSources, caseId: string): Promise<NoteView[]> {
  const rows = await cases.listRows(caseId, 'NOTE#', NoteRow);
  return await Promise.all(
    rows.map(async ({ number, by, at, documentKey }) => {
      const note = await readText(documents, documentKey, NoteText);
      return { number, by, at, text: note?.text ?? null };
    }),
  );
}

async function viewDecision(
  documents: Pick<DocumentStore, 'get'>,
  decision: DecisionRecord | null,
): Promise<DecisionView | null> {
  if (decision === null) return null;
  const text = await readText(documents, decision.documentKey, DecisionDocument);
  const { documentKey: _documentKey, caseId: _caseId, ...codes } = decision;
  const { ground = null, facts = null, reason = null, items = [] } = text ?? {};
  const disclosure = text?.disclosure === undefined ? {} : { disclosure: text.disclosure };
  return { ...codes, ground, facts, reason, items, ...disclosure };
}

/** The decision made last: where none stands, the one whose cancelling has to be explained to its maker. */
function latestOf(decisions: readonly DecisionRecord[]): DecisionRecord | null {
  return decisions.toSorted((one, other) => Date.parse(one.decidedAt) - Date.parse(other.decidedAt)).at(-1) ?? null;
}

async function viewApproval(
  { cases, documents }: ViewSources,
  caseId: string,
  decision: DecisionRecord | null,
): Promise<ApprovalView | null> {
  if (decision === null) return null;
  const approvals = await cases.listRows(caseId, `APPROVAL#${decision.decisionId}#`, ApprovalRecord);
  const latest = approvals.toSorted((one, other) => Date.parse(one.approvedAt) - Date.parse(other.approvedAt)).at(-1);
  if (latest === undefined) return null;
  const { documentKey, ...codes } = latest;
  const text = documentKey === null ? null : await readText(documents, documentKey, z.object({ reason: z.string() }));
  return { ...codes, reason: text?.reason ?? null };
}
