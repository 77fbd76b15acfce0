import type * as z from 'zod';
import { plus } from '#domain/instant';
import { systemClock } from '#runtime/clock';
import { casePrefixes } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import { faultFields, LogMessage, log } from '#runtime/logger';
import { stepHandler } from '#runtime/step-handler';
import { buildCaseRegister, buildFolders } from '../../parts/orphans.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CaseRegister, DocumentFolders } from '../../ports/orphans.ts';
import { HOURS_LEFT_ALONE, sweepOrphans } from './contract.ts';

/** What the sweep uses. */
export interface SweepOrphansDependencies {
  readonly folders: DocumentFolders;
  readonly register: CaseRegister;
  readonly clock: Clock;
}

type Finding = 'removed' | 'failed' | 'left';

const HOUR_MILLISECONDS = 3_600_000;

/** The beginning of the case ids whose turn it is in the hour of `now`. */
export function sliceAt(now: string): string {
  const prefixes = casePrefixes();
  const hour = Math.floor(Date.parse(now) / HOUR_MILLISECONDS);
  return prefixes[hour % prefixes.length] ?? '';
}

/**
 * Removes the documents of demands that a crash kept from becoming cases: documents are put before the transaction
 * that records their case. A case that exists is never touched: its absence is read with strong consistency, and
 * what was put within the last day is left alone, as its case may be about to be recorded.
 */
export async function sweepOrphansStep(
  dependencies: SweepOrphansDependencies,
): Promise<z.input<typeof sweepOrphans.output>> {
  const { folders, register, clock } = dependencies;
  const slice = sliceAt(clock.now());
  const counts: Record<Finding, number> = { removed: 0, failed: 0, left: 0 };
  let looked = 0;
  let next: string | null = null;
  do {
    const page = await folders.list(slice, next);
    looked += page.caseIds.length;
    for (const caseId of await register.absent(page.caseIds)) counts[await lookAt(dependencies, caseId)] += 1;
    next = page.next;
  } while (next !== null);
  return { looked, removed: counts.removed, failed: counts.failed };
}

/** What cannot be removed waits for the next turn of its slice, and keeps nothing else from being removed. */
async function lookAt({ folders, clock }: SweepOrphansDependencies, caseId: string): Promise<Finding> {
  try {
    const versions = await folders.versions(caseId);
    const tooFresh = plus(clock.now(), { hours: -HOURS_LEFT_ALONE });
    if (versions.length === 0 || versions.some(({ at }) => at > tooFresh)) return 'left';
    await folders.remove(versions);
    log('info', LogMessage.orphansRemoved, { caseId, documents: versions.length });
    return 'removed';
  } catch (error) {
    log('error', LogMessage.stepFailed, { step: sweepOrphans.step, caseId, ...faultFields(error) });
    return 'failed';
  }
}

const dependencies = lazily(() => ({ folders: buildFolders(), register: buildCaseRegister(), clock: systemClock }));

/** Lambda entry: called every hour by a schedule. */
export const handler = stepHandler(sweepOrphans, () => sweepOrphansStep(dependencies()));
