import type { WithdrawalRequest } from '#domain/api/sender-views';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import { actorOf } from '../shared/events.ts';
import { caseOfToken } from '../shared/requested-case.ts';
import { type WithdrawalDependencies, withdraw } from '../shared/withdrawal.ts';
import { withdrawNotice } from './contract.ts';

/** Withdraws a notice for its sender. */
export async function takeNoticeWithdrawal(
  dependencies: WithdrawalDependencies,
  request: RouteRequest<WithdrawalRequest | undefined>,
): Promise<Answer> {
  const { caseId } = await caseOfToken(dependencies.vault, request);
  const reason = request.body?.reason ?? '';
  const withdrawal = { caseId, reader: 'sender', actor: actorOf(request.caller), reason } as const;
  return await withdraw(dependencies, withdrawal, request);
}

/** The Lambda function of `POST /v1/notices/{caseId}/withdrawal`. */
export const handler = route(
  withdrawNotice,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    vault: buildVault(),
    clock: systemClock,
  })),
  takeNoticeWithdrawal,
);
