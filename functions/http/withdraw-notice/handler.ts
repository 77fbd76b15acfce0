import type { WithdrawalRequest } from '#domain/api/sender-views';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { actorOf } from '../shared/events.ts';
import { caseOfToken } from '../shared/requested-case.ts';
import { refuseTooManyToCase, type ThrottlingDependencies } from '../shared/throttling.ts';
import { type WithdrawalDependencies, withdraw } from '../shared/withdrawal.ts';
import { withdrawNotice } from './contract.ts';

/** Withdraws a notice for its sender. */
export async function takeNoticeWithdrawal(
  dependencies: WithdrawalDependencies & ThrottlingDependencies,
  request: RouteRequest<WithdrawalRequest | undefined>,
): Promise<Answer> {
  const { caseId, personId } = await caseOfToken(dependencies.vault, request);
  const tooMany = await refuseTooManyToCase(dependencies, caseId, personId);
  if (tooMany !== null) return tooMany;
  const reason = request.body?.reason ?? '';
  const withdrawal = { caseId, reader: 'sender', actor: actorOf(request.caller), reason } as const;
  return await withdraw(dependencies, withdrawal, request);
}

/** The Lambda function of `POST /v1/notices/{caseId}/withdrawal`. */
export const handler = route(withdrawNotice, lazily(buildCaseWriting), takeNoticeWithdrawal);
