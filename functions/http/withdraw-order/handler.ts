import type { WithdrawalRequest } from '#domain/api/sender-views';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuthorities } from '../../parts/authorities.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { actorOf } from '../shared/events.ts';
import { type OwnOrderDependencies, ownOrder } from '../shared/requested-case.ts';
import type { RestoringDependencies } from '../shared/taking-back.ts';
import { refuseTooManyOfClient, type ThrottlingDependencies } from '../shared/throttling.ts';
import { type WithdrawalDependencies, withdraw } from '../shared/withdrawal.ts';
import { withdrawOrder } from './contract.ts';

/** Withdraws or lifts an order for the authority that sent it. */
export async function takeOrderWithdrawal(
  dependencies: WithdrawalDependencies & ThrottlingDependencies & OwnOrderDependencies & RestoringDependencies,
  request: RouteRequest<WithdrawalRequest | undefined>,
): Promise<Answer> {
  const record = await ownOrder(dependencies, request);
  const tooMany = await refuseTooManyOfClient(dependencies, request);
  if (tooMany !== null) return tooMany;
  const reason = request.body?.reason ?? '';
  const actor = actorOf(request.caller);
  const { executions } = dependencies;
  const withdrawal = { caseId: record.caseId, reader: 'authority', actor, reason, executions } as const;
  return await withdraw(dependencies, withdrawal, request);
}

/** The Lambda function of `POST /v1/orders/{caseId}/withdrawal`. */
export const handler = route(
  withdrawOrder,
  lazily(() => ({ ...buildCaseWriting(), authorities: buildAuthorities(), executions: buildExecutions() })),
  takeOrderWithdrawal,
);
