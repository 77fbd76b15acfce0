import type { CaseRecord } from '#domain/case';
import { CASE_SECRET, type EvidenceStore, type Vault } from '../ports/vault.ts';
import type { Executions } from '../ports/workflow.ts';

/** What reading histories needs. */
export interface HistoryDependencies {
  readonly executions: Pick<Executions, 'history'>;
  readonly evidence: Pick<EvidenceStore, 'get'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly archive: HistoryArchive;
}

/** How histories lie under Object Lock. */
export interface HistoryArchive {
  nameOf(caseId: string, run: number): string;
  open(caseSecret: Uint8Array, caseId: string, run: number, sealed: Uint8Array): readonly unknown[];
}

/** An event of an execution, with the run it belongs to. */
export type RunEvent = Readonly<Record<string, unknown>> & { readonly run: number };

/** The events of all runs of a case in order: from Step Functions, or from the archive once it has forgotten them. */
export async function historiesOf(dependencies: HistoryDependencies, record: CaseRecord): Promise<readonly RunEvent[]> {
  const runs = Array.from({ length: record.run }, (_, index) => index + 1);
  const histories = await Promise.all(
    runs.map(async (run) => {
      const events = await historyOf(dependencies, record.caseId, run);
      return events.map((event) => ({ ...Object(event), run }));
    }),
  );
  return histories.flat();
}

async function historyOf(
  { executions, evidence, vault, archive }: HistoryDependencies,
  caseId: string,
  run: number,
): Promise<readonly unknown[]> {
  const remembered = await executions.history(caseId, run);
  if (remembered !== null) return remembered;
  const sealed = await evidence.get(archive.nameOf(caseId, run));
  return sealed === null ? [] : archive.open(await vault.key(caseId, CASE_SECRET), caseId, run, sealed);
}
