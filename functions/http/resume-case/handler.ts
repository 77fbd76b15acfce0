import type { ResumeRequest } from '#domain/api/work';
import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { type Delivery, isUndelivered } from '#domain/delivery';
import { isClosed } from '#domain/hearing';
import { stateAfter } from '#domain/lifecycle';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { reopenChange } from '#runtime/reopen-change';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import { reportDestinations } from '../../parts/reporting.ts';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Executions } from '../../ports/workflow.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { goOn } from '../shared/going-on.ts';
import type { KeptText } from '../shared/keep-text.ts';
import { refuseOvertaken } from '../shared/overtaken-drafts.ts';
import { caseIdOf, requestedCase } from '../shared/requested-case.ts';
import { doorbellOf } from '../shared/taking-back.ts';
import { resumeCase } from './contract.ts';
import {
  type Correction,
  isRefusal,
  keepCorrections,
  messagesMeant,
  owedAgain,
  type ParkedMessagesDependencies,
  sentBy,
} from './parked-messages.ts';
import { onlyReports, reportTimers, saidOfReport } from './reports.ts';
import {
  keepWordings,
  type RewordingDependencies,
  refuseWordings,
  rewordedEvent,
  rewordedMessages,
} from './rewording.ts';

/** What resuming needs. */
export interface ResumeDependencies extends ParkedMessagesDependencies, RewordingDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow' | 'listRows'>;
  readonly documents: ParkedMessagesDependencies['documents'];
  readonly vault: ParkedMessagesDependencies['vault'];
  readonly ids: ParkedMessagesDependencies['ids'];
  readonly executions: Pick<Executions, 'status'>;
  readonly clock: Clock;
}

type Request = RouteRequest<ResumeRequest | undefined>;

/**
 * Lets a parked case go on: its waiting run is woken, or another run starts at the stage where it stopped. Messages
 * that are parked are owed again, also those of a closed case, which opens for them and closes again.
 */
export async function letGoOn(dependencies: ResumeDependencies, request: Request): Promise<Answer> {
  const { cases } = dependencies;
  const caseId = caseIdOf(request);
  const named = request.body?.deliveries ?? null;
  const early = named === null ? [] : await messagesMeant(dependencies, caseId, named);
  if (isRefusal(early)) return early;
  const tooLate = refuseHeardOver(await requestedCase(cases, request), early);
  if (tooLate !== null) return tooLate;
  const worded = rewordedMessages(early, named ?? []);
  if (worded.length > 0) {
    const refused = await refuseWordings(dependencies, await requestedCase(cases, request), worded, request.caller);
    if (refused !== null) return refused;
  }
  const wordings = await keepWordings(dependencies, worded);
  const corrections = await keepCorrections(dependencies, caseId, early, named ?? []);
  return await cases.change<Answer>(caseId, async (record) => {
    // A fault that parked the case is no reason to send what waits for a correction.
    const found = named === null && record.parked !== null ? [] : await messagesMeant(dependencies, caseId, named);
    if (isRefusal(found)) return { result: found };
    const meant = named === null ? found.filter((duty) => !isHeardOver(record, duty)) : found;
    const over = refuseHeardOver(record, meant.length === 0 && record.parked === null ? found : meant);
    if (over !== null) return { result: over };
    const stale = await refuseOvertaken(dependencies.documents, record, meant);
    if (stale !== null) return { result: stale };
    if (record.parked === null && meant.length === 0) {
      const why = 'The case is not parked, and no message of it waits for a person; one on its way again can be named.';
      return { result: problem(409, why) };
    }
    const again = sendAgain(record, meant, { corrections, wordings }, request, dependencies.clock.now());
    const change = await goingOn(dependencies, record, again, request, onlyReports(meant));
    const state = change.transition === undefined ? record.state : stateAfter(change.transition);
    const answer = { caseId, state };
    return { change: { ...change, ...request.keeping(202, answer) }, result: { status: 202, body: answer } };
  });
}

/** Tells whether a duty is what somebody was to be heard on in a hearing that is closed. */
function isHeardOver({ hearing }: CaseRecord, { kind }: Delivery): boolean {
  return kind === 'hearing-notice' && isClosed(hearing);
}

/** Refuses to send what promises a time to answer that is over. */
function refuseHeardOver(record: CaseRecord, meant: readonly Delivery[]): Answer | null {
  if (!meant.some((duty) => isHeardOver(record, duty))) return null;
  return problem(
    409,
    'The hearing is closed: what it was about is not sent any more, since no answer to it would count.',
  );
}

type Part = Required<Pick<CaseChange, 'events' | 'rows' | 'outbox'>> & { readonly set: Partial<CaseRecord> };

/** What a request mends of parked messages: addresses by person, words by message. */
interface Mended {
  readonly corrections: ReadonlyMap<string, Correction>;
  readonly wordings: ReadonlyMap<string, KeptText>;
}

/** The messages as owed again, with the addresses that were corrected for them and the words they were given. */
function sendAgain(
  record: CaseRecord,
  meant: readonly Delivery[],
  { corrections, wordings }: Mended,
  { caller, body }: Request,
  now: string,
): Part {
  const saidOf = (duty: Delivery) => body?.deliveries?.find(({ deliveryId }) => deliveryId === duty.deliveryId);
  const events = meant.flatMap((duty): NewAuditEvent[] => {
    const { deliveryId, kind, personId } = duty;
    const correction = corrections.get(personId);
    const data = {
      ...{ deliveryId, kind, role: caller.role, corrected: correction !== undefined },
      ...(correction !== undefined && { document: correction.documentKey }),
      ...saidOfReport(saidOf(duty)),
    };
    const commitments = correction === undefined ? [] : [correction.commitment];
    const type = duty.channel === 'draft' ? 'draft.sent' : 'delivery.resumed';
    const text = wordings.get(deliveryId);
    const worded = text === undefined ? [] : [rewordedEvent(duty, text, caller)];
    return [...worded, newEvent(type, actorOf(caller), data, { reason: duty.reason, commitments })];
  });
  const owed = meant.map((duty) => {
    const wordingKey = wordings.get(duty.deliveryId)?.documentKey;
    const isDraft = duty.channel === 'draft';
    if (isDraft) return sentBy(duty, caller.subject, saidOf(duty));
    return owedAgain(duty, corrections.has(duty.personId), wordingKey);
  });
  const rows = owed.map((value) => ({ key: deliveryKey(value.deliveryId), value, when: 'replace' as const }));
  // The case stays listed until a channel has taken them.
  const more = owed.filter(isUndelivered).length - meant.filter(isUndelivered).length;
  const undelivered = Math.max(0, record.undelivered + more);
  const corrected = [...corrections.values()].map(({ row }) => row);
  return { set: { undelivered }, events, rows: [...rows, ...corrected], outbox: reportTimers(record, meant, now) };
}

/** Reports leave whatever their case waits for, so that it neither opens nor goes on for them. */
async function goingOn(
  dependencies: ResumeDependencies,
  record: CaseRecord,
  again: Part,
  request: Request,
  isForReports: boolean,
): Promise<CaseChange> {
  if (isForReports) return again;
  return record.parked === null ? reopened(record, again) : await resumed(dependencies, record, again, request);
}

/** A closed case opens again for its messages; a run that waits is woken, whatever it waits for. */
function reopened(record: CaseRecord, again: Part): CaseChange {
  const reopen = reopenChange(record, resumeCase.operationId, 'messages-resumed');
  if (reopen !== null) {
    const events = [...again.events, ...reopen.events];
    const outbox = [...again.outbox, ...(reopen.outbox ?? [])];
    return { ...reopen, ...again, set: { ...reopen.set, ...again.set }, events, outbox };
  }
  return { ...again, outbox: [...again.outbox, { kind: 'ring', doorbell: doorbellOf(record.state) ?? 'deliveries' }] };
}

async function resumed(
  { executions, clock }: ResumeDependencies,
  record: CaseRecord,
  again: Part,
  { caller }: Request,
): Promise<CaseChange> {
  const stage = record.parked?.stage ?? record.stage;
  const going = await goOn(executions, record, stage, clock.now());
  const data = { stage, run: going.set.run ?? record.run, role: caller.role };
  const event = newEvent('case.resumed', actorOf(caller), data, { reason: record.parked?.reason ?? null });
  const set = { ...going.set, ...again.set };
  const outbox = [...again.outbox, ...going.outbox];
  return { ...going, set, events: [event, ...again.events], rows: again.rows, outbox };
}

/** The Lambda function of `POST /v1/cases/{caseId}/resume`. */
export const handler = route(
  resumeCase,
  lazily(() => ({
    ...buildCaseWriting(),
    executions: buildExecutions(),
    platform: buildPlatform(),
    platformUrl: platformUrl(),
    destinations: reportDestinations(),
  })),
  letGoOn,
);
