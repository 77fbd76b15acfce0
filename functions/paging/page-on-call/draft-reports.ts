import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { deliveryKey, RemarkRow, remarkKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { normalInstant } from '#domain/instant';
import type { Item } from '#domain/item';
import { locateItems } from '#domain/locate';
import type { PlatformFacts } from '#domain/messages/fact-sheet';
import { isReachable, type ReportDestinations } from '#domain/reports/addresses';
import type { KeptReport } from '#domain/reports/kept-report';
import { type PlannedReport, plannedReports } from '#domain/reports/recipients';
import type { ReportedContent, ReportFacts } from '#domain/reports/report-facts';
import { reportText } from '#domain/reports/report-text';
import { claimedItems, KeptRemark, type KeptRequest, textsOf, textsOfLater, workUrls } from '#domain/submission';
import { commitTo } from '#runtime/commitment';
import { readInformation, readRequest } from '../../legal-removal/shared/submission.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformUnavailableError } from '../../ports/errors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Platform, PlatformItem } from '../../ports/outside.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { pageOnCall } from './contract.ts';

/** What drafting reports uses. */
export interface DraftReportsDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'readRow' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key' | 'ensureKey'>;
  readonly platform: Pick<Platform, 'describe'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id'>;
  readonly reporting: Reporting;
}

/** Who reports, and to where that is possible from here. */
export interface Reporting {
  readonly platform: PlatformFacts;
  readonly platformUrl: string;
  /** Countries of establishment, ISO 3166-1. */
  readonly establishments: readonly string[];
  readonly destinations: ReportDestinations;
}

/** Items looked up on the platform: one call each. */
const LOOKED_UP = 25;
/** The zone in which reports show times besides UTC. */
const ZONE = 'Europe/Berlin';
/** Whom the drafts of a case belong to, among its persons. */
const REPORTS = 'reports';
/** Who has to send a draft. */
const DRAFT_OWNER = 'trained person';

/**
 * Drafts the reports that the signals of danger of a case may lead to, each once for a page: a trained person reads them
 * and sends those that are right. Nothing of what content shows is part of them, only where it is and whose.
 * @throws PlatformUnavailableError unless what the platform does not tell is to be left unknown
 */
export async function draftReports(
  dependencies: DraftReportsDependencies,
  record: CaseRecord,
  platformMayBeSilent: boolean,
): Promise<void> {
  const { cases, reporting } = dependencies;
  const { danger, caseId } = record;
  if (danger === null) return;
  const known = await cases.listRows(caseId, deliveryKey(prefixOf(record, danger.pageId)), Delivery);
  const told = await readTold(dependencies, record);
  const contents = await lookUp(dependencies, told.items.slice(0, LOOKED_UP), platformMayBeSilent);
  const concerned = [...new Set(contents.flatMap(({ account }) => account?.country ?? []))];
  const planned = plannedReports(danger.signals, { establishments: reporting.establishments, concerned });
  for (const report of planned) {
    const deliveryId = `${prefixOf(record, danger.pageId)}.${report.route.kind}.${report.recipient.id}`;
    if (known.some((duty) => duty.deliveryId === deliveryId)) continue;
    await keepDraft(dependencies, record, deliveryId, report, factsOf(dependencies, record, report, told, contents));
  }
}

/** Each page has drafts of its own, since what was written in between belongs to the later ones. */
function prefixOf({ caseId }: CaseRecord, pageId: string): string {
  return pageId.slice(caseId.length + 1);
}

/** What was told: the items named, every word, and the hashes of files whose content is not kept. */
interface Told {
  readonly items: readonly Item[];
  readonly words: readonly string[];
  readonly files: ReportFacts['files'];
}

async function readTold({ cases, documents, reporting }: DraftReportsDependencies, record: CaseRecord): Promise<Told> {
  const { caseId } = record;
  const kept = await readRequest(documents, record);
  const later = await readInformation({ cases, documents }, caseId);
  const rows = await cases.listRows(caseId, remarkKey(), RemarkRow);
  const remarks = z
    .array(KeptRemark)
    .parse(await Promise.all(rows.map(({ documentKey }) => documents.get(documentKey))));
  const { items } = locateItems(claimedItems(kept, later), workUrls(kept), reporting.platformUrl);
  const words = [...textsOf(plain(kept)), ...later.flatMap(textsOfLater), ...remarks.map(({ text }) => text)];
  return { items, words, files: filesOf(kept) };
}

function plain(kept: KeptRequest): Parameters<typeof textsOf>[0] {
  if (kept.kind === 'order') return kept;
  const { attachments: _hashes, ...request } = kept;
  return request;
}

function filesOf(kept: KeptRequest): ReportFacts['files'] {
  if (kept.kind === 'order') return [];
  return kept.attachments.map(({ mediaType, bytes, sha256 }) => ({ mediaType, bytes, sha256 }));
}

async function lookUp(
  { platform }: DraftReportsDependencies,
  items: readonly Item[],
  platformMayBeSilent: boolean,
): Promise<readonly ReportedContent[]> {
  const found: ReportedContent[] = [];
  for (const item of items) {
    const described = await describe(platform, item, platformMayBeSilent);
    const { reference } = item;
    found.push({
      itemId: item.itemId,
      url: item.url,
      contentId: reference === null ? null : `${reference.kind}/${reference.id}`,
      publishedAt: described?.publishedAt ?? null,
      account: described === null ? null : accountOf(described),
    });
  }
  return found;
}

function accountOf({ uploader: { id, name, email, country } }: PlatformItem): ReportedContent['account'] {
  return { id, name, email, country };
}

async function describe(
  platform: Pick<Platform, 'describe'>,
  { reference }: Item,
  mayBeSilent: boolean,
): Promise<PlatformItem | null> {
  try {
    return reference === null ? null : await platform.describe(reference);
  } catch (error) {
    if (mayBeSilent && error instanceof PlatformUnavailableError) return null;
    throw error;
  }
}

function factsOf(
  { clock, reporting }: DraftReportsDependencies,
  record: CaseRecord,
  { route, recipient }: PlannedReport,
  { items, words, files }: Told,
  contents: readonly ReportedContent[],
): ReportFacts {
  return {
    kind: route.kind,
    recipient: recipient.id,
    reference: record.reference,
    receivedAt: normalInstant(record.receivedAt),
    composedAt: clock.now(),
    zone: ZONE,
    platform: reporting.platform,
    contents: [...contents],
    further: items.length - contents.length,
    words: [...words],
    files,
  };
}

async function keepDraft(
  dependencies: DraftReportsDependencies,
  { caseId }: CaseRecord,
  deliveryId: string,
  { recipient }: PlannedReport,
  facts: ReportFacts,
): Promise<void> {
  const { cases, documents, vault, ids, reporting } = dependencies;
  const message: KeptReport = { draft: { ...reportText(facts), impossibility: null }, facts };
  await vault.ensureKey(caseId, REPORTS);
  const documentKey = await documents.put(caseId, REPORTS, `messages/${deliveryId}.${ids.id('text')}`, message);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, message);
  const contentSha256 = createHash('sha256').update(message.draft.text).digest('hex');
  const reason = isReachable(recipient, reporting.destinations) ? 'draft' : 'no-address';
  const { kind } = facts;
  const draft: Delivery = {
    ...{ deliveryId, caseId, kind, to: 'authority', personId: REPORTS, channel: 'draft', language: recipient.language },
    ...{ state: 'parked', owner: DRAFT_OWNER, reason, attempt: 0, possibleDuplicate: false },
    ...{ notBefore: null, owedAt: facts.composedAt, decisionId: null, contentSha256, documentKey },
    ...{ providerMessageId: null, claimedAt: null, acceptedAt: null, deliveredAt: null },
    report: { recipient: recipient.id },
  };
  const key = deliveryKey(deliveryId);
  await cases.change(caseId, async (_record, rows) => {
    if ((await rows.readRow(caseId, key, Delivery)) !== null) return { result: null };
    const event = {
      type: 'delivery.parked' as const,
      actor: { kind: 'step' as const, id: pageOnCall.step },
      reason,
      data: { deliveryId, kind, owner: DRAFT_OWNER, recipient: recipient.id },
      commitments: [commitment],
    };
    return { change: { events: [event], rows: [{ key, value: draft, when: 'new' }] }, result: null };
  });
}
