import { fitView } from '#domain/api/fit-view';
import { maskCase, maySeeCase } from '#domain/masking';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuditLog } from '../../parts/audit-log.ts';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { CaseNotFoundError } from '../../ports/errors.ts';
import { recordReading } from '../shared/reading.ts';
import { requestedWhole } from '../shared/requested-case.ts';
import { buildCaseView, type ViewDependencies } from './build-view.ts';
import { readCase } from './contract.ts';

/** What showing a case needs. */
export interface ReadCaseDependencies extends ViewDependencies {
  readonly cases: Pick<CaseStore, 'open'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: Clock;
}

/** The most bytes of a view: a function's answer, with its headers, ends at 6 MB (6,291,456). */
const MOST_ANSWER_BYTES = 6_000_000;

/** Shows a case as the caller's role may see it, and records that this person read it before they do. */
export async function showCase(dependencies: ReadCaseDependencies, request: RouteRequest): Promise<Answer> {
  const { caller } = request;
  const opened = await requestedWhole(dependencies.cases, request);
  const { record } = opened;
  if (!maySeeCase(caller.role, record)) throw new CaseNotFoundError('not for its eyes');
  await recordReading(dependencies, caller, record.caseId, 'case');
  const view = fitView(await buildCaseView(dependencies, opened, caller), fitsOneAnswer);
  return { status: 200, body: maskCase(caller.role, view) };
}

/** An answer travels as text inside JSON, where every quotation mark takes two bytes. */
function fitsOneAnswer(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(view))) <= MOST_ANSWER_BYTES;
}

/** The Lambda function of `GET /v1/cases/{caseId}`. */
export const handler = route(
  readCase,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    executions: buildExecutions(),
    audit: buildAuditLog(),
    clock: systemClock,
  })),
  showCase,
);
