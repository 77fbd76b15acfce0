import { payloadKey } from '#adapters/case-transaction';
import { sha256 } from '#adapters/crypto';
import { historyName, openHistory } from '#adapters/history-archive';
import { emptyHead, headOf } from '#domain/audit-chain';
import type { AuditEvent } from '#domain/audit-event';
import type { BundleTools } from '#domain/bundle';
import type { CaseRecord } from '#domain/case';
import type { Role } from '#domain/party';
import { systemClock } from '#runtime/clock';
import { type HistoryDependencies, historiesOf } from '#runtime/execution-histories';
import { lazily } from '#runtime/lazily';
import { LogMessage, log } from '#runtime/logger';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { erasedOf } from '#runtime/unerased';
import { buildAuditLog } from '../../parts/audit-log.ts';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildEvidence } from '../../parts/evidence.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildSigner } from '../../parts/signer.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildVerifier, publicUrl } from '../../parts/verifier.ts';
import type { AuditLog, StoredEvent } from '../../ports/audit-log.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { KeyErasedError } from '../../ports/errors.ts';
import { CASE_SECRET, type DocumentStore, type EvidenceStore } from '../../ports/vault.ts';
import { recordReading } from '../shared/reading.ts';
import { requestedCase } from '../shared/requested-case.ts';
import {
  type CheckpointDependencies,
  contradictionOf,
  type SignedAbout,
  signedAbout,
  statementsAbout,
} from './checkpoints.ts';
import { type Contents, gatherContents } from './contents.ts';
import { MOST_BUNDLE_BYTES, readEvidence } from './contract.ts';
import { fittedBundle } from './fit-bundle.ts';
import { bundleReadme } from './readme.ts';

/** What handing out evidence needs. */
export interface ReadEvidenceDependencies extends HistoryDependencies, CheckpointDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'listRows'>;
  readonly audit: Pick<AuditLog, 'read' | 'append'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly evidence: Pick<EvidenceStore, 'get' | 'list'>;
  readonly clock: Clock;
  readonly log: typeof log;
  readonly publicUrl: string;
  readonly sha256: BundleTools['sha256'];
  /** The key of one payload, derived from the case's secret. */
  readonly payloadKey: (caseSecret: Uint8Array, payloadId: string) => Uint8Array;
}

/** Hands out the evidence of a case, once the read is recorded; nothing over a chain that what was signed contradicts. */
export async function showEvidence(dependencies: ReadEvidenceDependencies, request: RouteRequest): Promise<Answer> {
  const { audit, cases } = dependencies;
  const record = await requestedCase(cases, request);
  const { caseId } = record;
  await recordReading(dependencies, request.caller, caseId, 'evidence');
  const signed = await signedAbout(dependencies, caseId);
  const stored = await audit.read(caseId);
  const fault = contradictionOf(signed, eventsOf(stored));
  if (fault !== null) {
    dependencies.log('error', LogMessage.auditContradicted, { caseId, seq: fault.seq });
    return problem(409, `${CONTRADICTED} Event ${fault.seq}: ${fault.reason}.`);
  }
  const zip = await bundleOf(dependencies, record, stored, signed, request.caller.role);
  if (zip === null)
    return problem(422, 'The evidence of this case is too large for one answer, even without documents.');
  const headers = { 'content-disposition': `attachment; filename="evidence-${record.reference}.zip"` };
  return { status: 200, headers, bytesOf: 'application/zip', body: Buffer.from(zip).toString('base64') };
}

const CONTRADICTED =
  'The audit of this case contradicts what was signed about it: no evidence is sealed, and the operators are told.';

function eventsOf(stored: readonly StoredEvent[]): readonly AuditEvent[] {
  return stored.map(({ event }) => event);
}

async function bundleOf(
  dependencies: ReadEvidenceDependencies,
  record: CaseRecord,
  stored: readonly StoredEvent[],
  signed: SignedAbout,
  role: Role,
): Promise<Uint8Array | null> {
  const { caseId, reference } = record;
  const { clock, signer } = dependencies;
  const last = stored.at(-1)?.event;
  const now = clock.now();
  const at = last !== undefined && last.at > now ? last.at : now;
  const head = last === undefined ? emptyHead(caseId) : headOf(last);
  const parts = {
    chain: caseId,
    events: eventsOf(stored),
    ...(await contentsOf(dependencies, caseId, stored, role)),
    execution: await historiesOf(dependencies, record),
    checkpoints: await statementsAbout(dependencies, signed, head, at),
    readme: bundleReadme(reference, caseId, dependencies.publicUrl),
    at,
    keyId: await signer.keyId(),
  };
  const tools = { sha256: dependencies.sha256, sign: (payload: string) => signer.sign(payload) };
  return await fittedBundle(parts, tools, MOST_BUNDLE_BYTES);
}

/** What can still be shown; nothing of it once the case's own key was destroyed. */
async function contentsOf(
  { cases, documents, vault, payloadKey: keyOf }: ReadEvidenceDependencies,
  caseId: string,
  stored: readonly StoredEvent[],
  role: Role,
): Promise<Contents> {
  try {
    const secret = await vault.key(caseId, CASE_SECRET);
    const erased = await erasedOf(cases, caseId);
    const sources = { documents, keyOf: (payloadId: string) => keyOf(secret, payloadId), role, erased };
    return await gatherContents(sources, caseId, stored);
  } catch (error) {
    if (!(error instanceof KeyErasedError)) throw error;
    const ids = new Set(stored.flatMap(({ event }) => event.commitments.map(({ payloadId }) => payloadId)));
    const ground = 'erased: the key of the case was destroyed';
    const payloads = [...ids].map((payloadId) => ({ payloadId, reason: 'erased' as const, ground }));
    return { payloads: [], documents: [], withheld: { payloads, documents: [] } };
  }
}

/** The Lambda function of `GET /v1/cases/{caseId}/evidence`. */
export const handler = route(
  readEvidence,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    audit: buildAuditLog(),
    documents: buildDocuments(),
    evidence: buildEvidence(),
    executions: buildExecutions(),
    signer: buildSigner(),
    vault: buildVault(),
    archive: { nameOf: historyName, open: openHistory },
    clock: systemClock,
    log,
    publicUrl: publicUrl(),
    sha256,
    payloadKey,
  })),
  showEvidence,
);
