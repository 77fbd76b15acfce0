import type * as z from 'zod';
import { sealHistory } from '#adapters/history-archive';
import { runOfExecution } from '#runtime/execution-name';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildEvidence } from '../../parts/evidence.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildVault } from '../../parts/vault.ts';
import { CASE_SECRET, type EvidenceStore, type Vault } from '../../ports/vault.ts';
import type { Executions } from '../../ports/workflow.ts';
import { archiveHistory } from './contract.ts';

/** What archiving uses. */
export interface ArchiveHistoryDependencies {
  readonly executions: Pick<Executions, 'history'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly evidence: Pick<EvidenceStore, 'put'>;
  readonly seal: typeof sealHistory;
}

/** Keeps the whole history of an execution that ended, encrypted with the case's key, under Object Lock. */
export async function archiveHistoryStep(
  { executions, vault, evidence, seal }: ArchiveHistoryDependencies,
  { detail: { name } }: z.output<typeof archiveHistory.input>,
): Promise<z.input<typeof archiveHistory.output>> {
  const ended = runOfExecution(name);
  const events = ended === null ? null : await executions.history(ended.caseId, ended.run);
  if (ended === null || events === null) return { archived: null };
  const key = await vault.key(ended.caseId, CASE_SECRET);
  const sealed = seal(key, ended.caseId, ended.run, events);
  await evidence.put(sealed.name, sealed.bytes, 'application/octet-stream');
  return { archived: sealed.name };
}

const dependencies = lazily(() => ({
  executions: buildExecutions(),
  vault: buildVault(),
  evidence: buildEvidence(),
  seal: sealHistory,
}));

/** Lambda entry: the rule on ended executions of the legal-removal machine. */
export const handler = stepHandler(archiveHistory, (input) => archiveHistoryStep(dependencies(), input));
