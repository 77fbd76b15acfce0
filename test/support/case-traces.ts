import { deliveryOfTag } from '#domain/mail-tag';
import type { LocalClient } from '../../scripts/local-client.ts';

/** A line of a case's audit. */
export interface AuditLine {
  readonly type: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A change that took place on the demo platform. */
export interface LedgerLine {
  readonly key: string;
  readonly id: string;
  readonly change: string;
  readonly territories: readonly string[];
}

/** A mail that left the house about a case. */
export interface SentMail {
  readonly deliveryId: string;
  readonly to: readonly string[];
  readonly text: string;
  /** The names of its files. */
  readonly attachments: readonly string[];
}

/** A page at the on-call sandbox, over all webhooks that repeated it. */
export interface SentPage {
  readonly pageId: string;
  readonly repeats: number;
  readonly levels: readonly number[];
  readonly acknowledgedBy: string | null;
  readonly data: { readonly caseId: string; readonly reason: string };
}

interface History {
  readonly events: readonly AuditLine[];
  readonly execution: readonly {
    readonly run: number;
    readonly stateEnteredEventDetails?: { readonly name: string };
    readonly taskScheduledEventDetails?: { readonly parameters: string };
  }[];
}

async function historyOf(client: LocalClient, caseId: string): Promise<History> {
  const auditor = await client.token('auditor', 'ada');
  return (await client.must('GET', `/v1/cases/${caseId}/history`, undefined, auditor)) as History;
}

/** The audit of a case in order. */
export async function auditOf(client: LocalClient, caseId: string): Promise<readonly AuditLine[]> {
  return (await historyOf(client, caseId)).events;
}

/** How often an event of a type stands in the audit of a case. */
export async function countOf(client: LocalClient, caseId: string, type: string): Promise<number> {
  return (await auditOf(client, caseId)).filter((line) => line.type === type).length;
}

/** The states that a run of a case entered, in order. */
export async function statesEntered(client: LocalClient, caseId: string, run = 1): Promise<readonly string[]> {
  const { execution } = await historyOf(client, caseId);
  return execution
    .filter((event) => event.run === run)
    .flatMap(({ stateEnteredEventDetails: entered }) => entered?.name ?? []);
}

/** The task token that the latest wait of a case was scheduled with. */
export async function latestToken(client: LocalClient, caseId: string): Promise<string> {
  const { execution } = await historyOf(client, caseId);
  const tokens = execution.flatMap(({ taskScheduledEventDetails: scheduled }) => {
    const parameters = JSON.parse(scheduled?.parameters ?? '{}') as { Payload?: { token?: string } };
    return parameters.Payload?.token ?? [];
  });
  return tokens.at(-1) ?? '';
}

/** What took place on the demo platform to an item. */
export async function ledgerOf(client: LocalClient, item: string): Promise<readonly LedgerLine[]> {
  const { entries } = (await client.must('GET', '/_local/platform/ledger')) as { entries: readonly LedgerLine[] };
  return entries.filter(({ id }) => id === item);
}

/** The mails about a case in the order in which they were sent. */
export async function mailsAbout(client: LocalClient, caseId: string): Promise<readonly SentMail[]> {
  const mails = (await client.must('GET', '/_local/mail')) as readonly (SentMail & {
    readonly tags: Readonly<Record<string, string>>;
  })[];
  return mails
    .filter(({ tags }) => tags['case'] === caseId)
    .map(({ to, text, attachments, tags }) => ({
      to,
      text,
      attachments,
      deliveryId: deliveryOfTag(tags['delivery'] ?? ''),
    }));
}

/** The pages about a case in order of first arrival. */
export async function pagesAbout(client: LocalClient, caseId: string): Promise<readonly SentPage[]> {
  const { pages } = (await client.must('GET', '/_local/partners/on-call')) as { pages: readonly SentPage[] };
  return pages.filter(({ data }) => data.caseId === caseId);
}

/** The statements that the Transparency Database's stand-in holds of a case, by what the audit proves of them. */
export async function statementsOf(
  client: LocalClient,
  caseId: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const named = (await auditOf(client, caseId)).flatMap(({ data }) => data['statements'] ?? []) as string[];
  const uuids = named.map((statement) => statement.split(' ')[1]);
  const { statements } = (await client.must('GET', '/_local/transparency-database')) as {
    statements: readonly { readonly uuid: string; readonly fields: Readonly<Record<string, unknown>> }[];
  };
  return statements.filter(({ uuid }) => uuids.includes(uuid)).map(({ fields }) => fields);
}
