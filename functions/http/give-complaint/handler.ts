import { holidayCalendar } from '#adapters/holiday-calendar';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clocksAtReceipt } from '#domain/case-clocks';
import { PersonRow, personKey } from '#domain/case-rows';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { type ComplaintRequest, ComplaintRow, complaintKey } from '#domain/complaint';
import { detectDanger } from '#domain/danger';
import type { Item } from '#domain/item';
import type { LegalBasis } from '#domain/legal-basis';
import { clocksOwedTo } from '#domain/masking';
import { Party } from '#domain/party';
import { sentWith } from '#domain/sent';
import { type KeptRequest, NoticeRequest, Submitter, textsOf } from '#domain/submission';
import { caseToken } from '#runtime/case-token';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { publicUrl } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { CaseNotFoundError } from '../../ports/errors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { DocumentStore, Vault } from '../../ports/vault.ts';
import { countItems, type IntakeDependencies, makeKeys, recordCase, type Submission } from '../shared/intake.ts';
import { newCaseRecord } from '../shared/new-case.ts';
import { replayReceipt, SENDER } from '../shared/replay-receipt.ts';
import { caseOfToken, isUploader } from '../shared/requested-case.ts';
import { refuseTooManyToCase, type ThrottlingDependencies } from '../shared/throttling.ts';
import { addressOf, complainedItems } from './complained-items.ts';
import { giveComplaint } from './contract.ts';
import { type OpenWindow, openWindow } from './open-window.ts';

type Request = RouteRequest<ComplaintRequest>;

/** What taking a complaint needs. */
export interface ComplaintDependencies extends IntakeDependencies, ThrottlingDependencies {
  readonly cases: Pick<CaseStore, 'create' | 'load' | 'readRow' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'putWithKey' | 'get'>;
  readonly vault: Pick<Vault, 'createKeys' | 'key'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

/** The legal basis on which complaints are decided. */
const BASIS: LegalBasis['id'] = 'DSA_ART20';

/**
 * Takes a complaint of somebody who was informed of a decision, within that person's own window, and makes a case of it
 * that somebody else decides. The case complained of goes on as it is.
 */
export async function takeComplaint(dependencies: ComplaintDependencies, request: Request): Promise<Answer> {
  const { cases, clock } = dependencies;
  const isParty = (id: string): boolean => id === SENDER || isUploader(id);
  const { caseId, personId } = await caseOfToken(dependencies.vault, request, isParty);
  const tooMany = await refuseTooManyToCase(dependencies, caseId, personId);
  if (tooMany !== null) return tooMany;
  const record = await cases.load(caseId);
  if (record === null) throw new CaseNotFoundError('unknown');
  const now = clock.now();
  const by = personId === SENDER ? 'sender' : 'uploader';
  const window = await openWindow(dependencies, record, { by, personId }, now);
  if ('status' in window) return window;
  const complaining = { by, personId, named: request.body.items ?? null, now } as const;
  const meant = await complainedItems(dependencies, record, complaining);
  if ('status' in meant) return meant;
  const { decisionId } = window;
  const before = await cases.listRows(caseId, complaintKey({ personId, decisionId }), ComplaintRow);
  const decidedOn = ({ itemId }: Item) => before.find(({ itemIds }) => itemIds.includes(itemId));
  const items = meant.filter((item) => decidedOn(item) === undefined);
  const known = meant.flatMap((item) => decidedOn(item) ?? [])[0];
  if (known !== undefined && (complaining.named !== null || items.length === 0)) return already(known);
  const party = await partyOf(dependencies, caseId, personId);
  const { reference, legalBasis, legalBasisVersion } = record;
  const itemIds = items.map(({ itemId }) => itemId);
  const number = before.length + 1;
  const row = {
    ...window,
    by,
    personId,
    number,
    itemIds,
    receivedAt: now,
    reference,
    legalBasis,
    legalBasisVersion,
  } as const;
  const submission = prepare(dependencies, request, record, { party, items, row });
  return await keep(dependencies, request, record, submission, window);
}

async function keep(
  dependencies: ComplaintDependencies,
  request: Request,
  about: CaseRecord,
  submission: Submission & { readonly complaint: ComplaintRow },
  { openUntil }: OpenWindow,
): Promise<Answer> {
  const { complaint, record } = submission;
  const { caseId, reference, legalBasis, receivedAt, state } = record;
  const keys = await makeKeys(dependencies.vault, caseId, SENDER);
  const receipt = {
    ...{ caseId, reference, legalBasis, receivedAt, state, openUntil },
    statusUrl: `${dependencies.publicUrl}/v1/notices/${caseId}`,
    clocks: clocksOwedTo('sender', record.clocks),
    about: { caseId: about.caseId, reference: about.reference, itemIds: complaint.itemIds },
  };
  const refusal = await recordCase(dependencies, submission, keys, request.keep(202, receipt));
  if (refusal === null)
    return { status: 202, body: { ...receipt, accessToken: caseToken(keys.caseSecret, caseId, SENDER) } };
  const faster = await dependencies.cases.readRow(about.caseId, complaintKey(complaint), ComplaintRow);
  return faster === null ? refusal : already(faster);
}

function already({ complaintCase }: ComplaintRow): Answer {
  return problem(409, 'You have complained of this already; nothing is decided on the same twice.', [], {
    complaintCase,
  });
}

async function partyOf(
  { cases, documents }: Pick<ComplaintDependencies, 'cases' | 'documents'>,
  caseId: string,
  personId: string,
): Promise<Party> {
  const row = await cases.readRow(caseId, personKey(personId), PersonRow);
  if (row === null) throw new CaseNotFoundError('nobody of that case any more');
  return Party.parse(await documents.get(row.documentKey));
}

/** What is known of a complaint before its case is made. */
interface Facts {
  readonly party: Party;
  readonly items: readonly Item[];
  readonly row: Omit<ComplaintRow, 'complaintCase'>;
}

function prepare(
  { clock, ids, calendar }: Pick<ComplaintDependencies, 'clock' | 'ids' | 'calendar'>,
  { body, bodySha256 }: Request,
  about: CaseRecord,
  { party, items, row }: Facts,
): Submission & { readonly complaint: ComplaintRow } {
  const basis = findLegalBasis(BASIS);
  if (basis === null) throw new Error(`the catalogue holds no ${BASIS}`);
  const { by, personId, decisionId, number } = row;
  const receivedAt = clock.now();
  const caseId = ids.caseId();
  const language = body.language ?? party.language;
  const { name, email, country } = party;
  const notice = NoticeRequest.parse({
    ...{ legalBasis: BASIS, language, earlierCase: about.caseId, explanation: body.explanation },
    // What the platform says of somebody need not have the form that we ask of senders.
    submitter: Submitter.safeParse({ name, email, country }).data ?? {},
    items: items.map((item) => ({ url: addressOf(item) })),
  });
  const kept: KeptRequest = { ...notice, kind: 'notice', submittedBy: 'public', bodySha256, attachments: [] };
  const record = newCaseRecord({
    ...{ caseId, basis, language, receivedAt },
    reference: ids.reference(),
    personId: SENDER,
    authorityId: null,
    authorityCountry: null,
    itemCount: countItems(kept),
    sent: sentWith(kept),
    issuedAt: null,
    territories: [],
    clocks: clocksAtReceipt(basis, receivedAt, calendar),
    nonDisclosureUntil: null,
    signals: detectDanger(textsOf(notice)),
    earlierCase: about.caseId,
    complaint: { by, personId, decisionId, number },
  });
  const complaint = { ...row, complaintCase: caseId };
  return {
    record,
    party: { personId: SENDER, role: 'sender', name, email, language, country },
    kept,
    files: {},
    actor: { kind: 'sender', id: personId },
    beside: { caseId: about.caseId, row: { key: complaintKey(row), value: complaint, when: 'new' } },
    complaint,
  };
}

/** The Lambda function of `POST /v1/notices/{caseId}/complaint`. */
export const handler = route(
  giveComplaint,
  lazily(() => ({ ...buildCaseWriting(), calendar: holidayCalendar(), publicUrl: publicUrl() })),
  takeComplaint,
  replayReceipt,
);
