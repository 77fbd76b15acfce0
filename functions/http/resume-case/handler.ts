import type { ResumeRequest } from '#domain/api/work';
import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { type Delivery, isUndelivered } from '#domain/delivery';
import { stateAfter } from '#domain/lifecycle';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { reopenChange } from '#runtime/reopen-change';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Executions } from '../../ports/workflow.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { goOn } from '../shared/going-on.ts';
import type { KeptText } from '../shared/keep-text.ts';
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
  const early = named === null ? [] : await messagesMeant(cases, caseId, named);
  if (isRefusal(early)) return early;
  const worded = rewordedMessages(early, named ?? []);
  if (worded.length > 0) {
    const refused = await refuseWordings(dependencies, await requestedCase(cases, request), worded, request.caller);
    if (refused !== null) return refused;
  }
  const wordings = await keepWordings(dependencies, worded);
  const corrections = await keepCorrections(dependencies, caseId, early, named ?? []);
  return await cases.change<Answer>(caseId, async (record) => {
    // A fault that parked the case is no reason to send what waits for a correction.
    const meant = named === null && record.parked !== null ? [] : await messagesMeant(cases, caseId, named);
    if (isRefusal(meant)) return { result: meant };
    if (record.parked === null && meant.length === 0) {
      const why = 'The case is not parked, and no message of it waits for a person; one on its way again can be named.';
      return { result: problem(409, why) };
    }
    const again = sendAgain(record, meant, { corrections, wordings }, request);
    const change =
      record.parked === null ? reopened(record, again) : await resumed(dependencies, record, again, request);
    const state = change.transition === undefined ? record.state : stateAfter(change.transition);
    const answer = { caseId, state };
    return { change: { ...change, ...request.keeping(202, answer) }, result: { status: 202, body: answer } };
  });
}

type Part = Required<Pick<CaseChange, 'events' | 'rows'>> & { readonly set: Partial<CaseRecord> };

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
  { caller }: Request,
): Part {
  const events = meant.flatMap((duty): NewAuditEvent[] => {
    const { deliveryId, kind, personId } = duty;
    const correction = corrections.get(personId);
    const data = {
      ...{ deliveryId, kind, role: caller.role, corrected: correction !== undefined },
      ...(correction !== undefined && { document: correction.documentKey }),
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
    return isDraft ? sentBy(duty, caller.subject) : owedAgain(duty, corrections.has(duty.personId), wordingKey);
  });
  const rows = owed.map((value) => ({ key: deliveryKey(value.deliveryId), value, when: 'replace' as const }));
  // The case stays listed until a channel has taken them.
  const more = owed.filter(isUndelivered).length - meant.filter(isUndelivered).length;
  const undelivered = Math.max(0, record.undelivered + more);
  return { set: { undelivered }, events, rows: [...rows, ...[...corrections.values()].map(({ row }) => row)] };
}

/** A closed case opens again for its messages; a run that waits is woken, whatever it waits for. */
function reopened(record: CaseRecord, again: Part): CaseChange {
  const reopen = reopenChange(record, resumeCase.operationId, 'messages-resumed');
  if (reopen !== null) {
    return { ...reopen, ...again, set: { ...reopen.set, ...again.set }, events: [...again.events, ...reopen.events] };
  }
  return { ...again, outbox: [{ kind: 'ring', doorbell: doorbellOf(record.state) ?? 'deliveries' }] };
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
  return { ...going, set: { ...going.set, ...again.set }, events: [event, ...again.events], rows: again.rows };
}

/** The Lambda function of `POST /v1/cases/{caseId}/resume`. */
export const handler = route(
  resumeCase,
  lazily(() => ({
    ...buildCaseWriting(),
    executions: buildExecutions(),
    platform: buildPlatform(),
    platformUrl: platformUrl(),
  })),
  letGoOn,
);
