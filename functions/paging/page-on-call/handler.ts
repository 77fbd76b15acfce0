import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { PageRow, pageKey } from '#domain/case-rows';
import { normalInstant } from '#domain/instant';
import { isDangerPage, isPageDue } from '#domain/page-due';
import { systemClock } from '#runtime/clock';
import { randomIds } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import { parkChange } from '#runtime/park-change';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { mailFrom } from '../../parts/mailer.ts';
import { buildPlatform, platformIdentity, platformUrl } from '../../parts/platform.ts';
import { establishments, reportDestinations } from '../../parts/reporting.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildWebhooks } from '../../parts/webhooks.ts';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { WebhookFailedError } from '../../ports/errors.ts';
import type { Webhooks } from '../../ports/outside.ts';
import { MOST_ROUNDS, pageOnCall } from './contract.ts';
import { draftReports } from './draft-reports.ts';
import { acknowledgedChange, levelOf, sentChange } from './page-changes.ts';

/** What paging uses. */
export interface PageOnCallDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow' | 'putRow'>;
  readonly webhooks: Webhooks;
  readonly clock: Clock;
  /** Drafts the reports that the signals of danger of a case may lead to; again does nothing. */
  readonly draft: (record: CaseRecord, platformMayBeSilent: boolean) => Promise<void>;
}

type Round = z.output<typeof pageOnCall.input>;
type Status = z.input<typeof pageOnCall.output>;

const DONE: Status = { status: 'done' };

/** Rounds of a page in which a silent platform is asked again before a report is drafted without what it knows. */
const PATIENT_ROUNDS = 2;

/**
 * Pages the person on call, and drafts the reports that a danger may lead to: after the page, which waits for nothing,
 * and also when it fails. What fails is thrown, so that the machine tries again, also once somebody took the page up.
 */
export async function pageOnCallStep(dependencies: PageOnCallDependencies, page: Round): Promise<Status> {
  try {
    return await pageOnce(dependencies, page);
  } finally {
    const record = await dependencies.cases.load(page.caseId);
    if (record !== null && isDangerPage(record, page)) await dependencies.draft(record, page.round > PATIENT_ROUNDS);
  }
}

/**
 * Pages the person on call once more, unless somebody took the page up or its reason is gone. A post that fails is
 * thrown, so that the machine tries again. After the last round the case is parked, where everybody sees it.
 */
async function pageOnce(dependencies: PageOnCallDependencies, page: Round): Promise<Status> {
  const { cases, webhooks, clock } = dependencies;
  const record = await cases.load(page.caseId);
  if (record === null || !isPageDue(record, page)) return await endOf(cases, page);
  const taken = await whoTookIt(dependencies, page);
  if (taken !== null) {
    await keep(dependencies, page, (current, row) => acknowledgedChange(current, page, row, taken));
    return DONE;
  }
  if (page.round > MOST_ROUNDS) {
    await keep(dependencies, page, (current) => unansweredChange(current, clock.now()));
    return await endOf(cases, page);
  }
  const { caseId, pageId, reason, round } = page;
  const level = levelOf(round);
  const data = { pageId, caseId, reason, level, repeat: round - 1 };
  await webhooks.post('on-call', `${pageId}.${round}`, { type: 'page', timestamp: clock.now(), data });
  await keep(dependencies, page, (current, row) => sentChange(current, page, row, level));
  return { status: 'waiting' };
}

/** Marks a page as over that nobody took up: the next reason to page starts another one. */
async function endOf(cases: PageOnCallDependencies['cases'], { caseId, pageId }: Round): Promise<Status> {
  const row = await cases.readRow(caseId, pageKey(pageId), PageRow);
  if (row !== null && !row.acknowledged && row.over !== true) {
    await cases.putRow(caseId, { key: pageKey(pageId), value: { ...row, over: true }, when: 'replace' });
  }
  return DONE;
}

/**
 * Who took the page up at the on-call system. Whoever claims a case in danger takes it up by that; a lease from before
 * the signal shows nobody who has seen it.
 */
async function whoTookIt(
  { webhooks }: PageOnCallDependencies,
  page: Round,
): Promise<{ readonly by: string; readonly at: string } | null> {
  // Before its first round the on-call system does not know the page.
  if (page.round === 1) return null;
  try {
    const answer = await webhooks.pageAcknowledgement(page.pageId);
    return answer === null ? null : { by: answer.by, at: normalInstant(answer.at) };
  } catch (error) {
    // Unknown there or no answer: paging goes on, and its own post tells whether the system can be reached.
    if (error instanceof WebhookFailedError) return null;
    throw error;
  }
}

function unansweredChange(record: CaseRecord, at: string): CaseChange | null {
  return parkChange(record, { stage: record.stage, reason: 'page-unanswered', by: pageOnCall.step, at });
}

async function keep(
  { cases }: PageOnCallDependencies,
  { caseId, pageId }: Round,
  decide: (record: CaseRecord, row: PageRow | null) => CaseChange | null,
): Promise<void> {
  await cases.change(caseId, async (record) => {
    const change = decide(record, await cases.readRow(caseId, pageKey(pageId), PageRow));
    return change === null ? { result: null } : { change, result: null };
  });
}

const dependencies = lazily((): PageOnCallDependencies => {
  const drafting = {
    ...{ cases: buildCases(), documents: buildDocuments(), vault: buildVault(), platform: buildPlatform() },
    ...{ clock: systemClock, ids: randomIds },
    reporting: {
      platform: { ...platformIdentity(), contact: mailFrom(), authorisedPerson: null },
      platformUrl: platformUrl(),
      establishments: establishments(),
      destinations: reportDestinations(),
    },
  };
  const draft: PageOnCallDependencies['draft'] = (record, mayBeSilent) => draftReports(drafting, record, mayBeSilent);
  return { cases: drafting.cases, webhooks: buildWebhooks(), clock: systemClock, draft };
});

/** Lambda entry: each round of the paging machine. */
export const handler = stepHandler(pageOnCall, (input) => pageOnCallStep(dependencies(), input));
