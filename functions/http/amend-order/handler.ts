import type { AmendmentRequest } from '#domain/submission';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { Clock } from '../../ports/clock.ts';
import { actorOf } from '../shared/events.ts';
import { type InformationDependencies, keepInformation } from '../shared/information.ts';
import { demandOwnOrder, requestedCase } from '../shared/requested-case.ts';
import { amendOrder } from './contract.ts';

/** Takes an amendment of an order from the authority that sent it. */
export async function takeAmendment(
  dependencies: InformationDependencies & { readonly clock: Clock },
  request: RouteRequest<AmendmentRequest>,
): Promise<Answer> {
  const record = await requestedCase(dependencies.cases, request);
  demandOwnOrder(record, request);
  const content = { kind: 'amendment', at: dependencies.clock.now(), amendment: request.body } as const;
  const piece = { caseId: record.caseId, personId: 'authority', actor: actorOf(request.caller), content } as const;
  return await keepInformation(dependencies, piece, request);
}

/** The Lambda function of `POST /v1/orders/{caseId}/amendment`. */
export const handler = route(
  amendOrder,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    vault: buildVault(),
    clock: systemClock,
  })),
  takeAmendment,
);
