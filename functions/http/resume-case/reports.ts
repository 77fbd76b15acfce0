import type { ResumeRequest } from '#domain/api/work';
import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { type Delivery, isReport } from '#domain/delivery';
import { isReachable, type ReportDestinations } from '#domain/reports/addresses';
import { recipientOf } from '#domain/reports/recipients';
import { reportTimerName, SEND_REPORTS } from '#runtime/report-timer';
import type { OutboxEntry } from '../../ports/case-store.ts';

/** The messages that a request names, with what it says of each. */
export type Named = NonNullable<ResumeRequest['deliveries']>;

interface Fault {
  readonly path: string;
  readonly message: string;
}

/**
 * Why a report cannot be sent: it goes only to the address that the deployment knows of its recipient, and what no words
 * tell, the person who sends it says.
 */
export function reportFaults(
  { kind, channel, report }: Delivery,
  { email, incidentType, viewed }: Named[number],
  destinations: ReportDestinations,
  path: string,
): Fault[] {
  if (report === undefined) return [];
  const recipient = recipientOf(report.recipient);
  const toNcmec = recipient.channel === 'ncmec';
  const says = channel === 'draft' || incidentType !== undefined || viewed !== undefined;
  const faults: readonly (Fault | false)[] = [
    email !== undefined && { path: `${path}.email`, message: 'a report goes to no other address' },
    !isReachable(recipient, destinations) && {
      path: `${path}.deliveryId`,
      message: `no address of its recipient (${recipient.id}) is known here: see docs/reports-to-authorities.md`,
    },
    says &&
      toNcmec !== (incidentType !== undefined) && {
        path: `${path}.incidentType`,
        message: toNcmec ? 'say what it is about' : 'only a report to NCMEC has one',
      },
    says &&
      (kind === 'child-safety-report') !== (viewed !== undefined) && {
        path: `${path}.viewed`,
        message: kind === 'child-safety-report' ? 'say whether a person viewed the file' : 'only of child abuse',
      },
  ];
  return faults.filter((fault) => fault !== false);
}

/** A report, to be written from what that person read. */
export function reportSentBy(
  draft: Delivery & Required<Pick<Delivery, 'report'>>,
  person: string,
  said: Named[number] | undefined,
): Delivery {
  const { channel } = recipientOf(draft.report.recipient);
  const report = {
    ...draft.report,
    ...(said?.incidentType !== undefined && { incidentType: said.incidentType }),
    ...(said?.viewed !== undefined && { viewed: said.viewed }),
  };
  const unwritten = { documentKey: null, contentSha256: null, draftKey: draft.documentKey ?? undefined };
  return {
    ...draft,
    ...unwritten,
    channel,
    report,
    state: 'owed',
    attempt: 0,
    owner: null,
    reason: null,
    sentBy: person,
  };
}

/** Tells whether nothing but reports to authorities is meant. */
export function onlyReports(meant: readonly Delivery[]): boolean {
  return meant.length > 0 && meant.every(({ kind }) => isReport(kind));
}

/** What sends the reports among the messages that are meant: a timer, whatever their case waits for. */
export function reportTimers(
  { caseId }: Pick<CaseRecord, 'caseId'>,
  meant: readonly Delivery[],
  now: string,
): readonly OutboxEntry[] {
  if (!meant.some(({ kind }) => isReport(kind))) return [];
  return [{ kind: 'schedule', name: reportTimerName(caseId, now), at: now, purpose: SEND_REPORTS }];
}

/** What an event says of what the person who sent a report said. */
export function saidOfReport(said: Named[number] | undefined): NewAuditEvent['data'] {
  return {
    ...(said?.incidentType !== undefined && { incidentType: said.incidentType }),
    ...(said?.viewed !== undefined && { viewed: said.viewed }),
  };
}
