import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Vault } from '../../ports/vault.ts';
import { caseStatus } from '../shared/case-status.ts';
import { caseOfToken, requestedCase } from '../shared/requested-case.ts';
import { readNotice } from './contract.ts';

/** What showing a notice needs. */
export interface ReadNoticeDependencies {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly vault: Pick<Vault, 'key'>;
}

/** Shows its sender how a notice stands. */
export async function showNotice({ cases, vault }: ReadNoticeDependencies, request: RouteRequest): Promise<Answer> {
  await caseOfToken(vault, request);
  return { status: 200, body: caseStatus(await requestedCase(cases, request), 'sender') };
}

/** The Lambda function of `GET /v1/notices/{caseId}`. */
export const handler = route(
  readNotice,
  lazily(() => ({ verifier: buildVerifier(), cases: buildCases(), vault: buildVault() })),
  showNotice,
);
