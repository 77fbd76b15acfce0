import type { InformationRequest } from '#domain/submission';
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
import { addOrderInformation } from './contract.ts';

/** Takes what an authority was asked for about its order. */
export async function takeOrderInformation(
  dependencies: InformationDependencies & { readonly clock: Clock },
  request: RouteRequest<InformationRequest>,
): Promise<Answer> {
  const record = await requestedCase(dependencies.cases, request);
  demandOwnOrder(record, request);
  const content = { kind: 'information', at: dependencies.clock.now(), information: request.body } as const;
  const piece = { caseId: record.caseId, personId: 'authority', actor: actorOf(request.caller), content } as const;
  return await keepInformation(dependencies, piece, request);
}

/** The Lambda function of `POST /v1/orders/{caseId}/information`. */
export const handler = route(
  addOrderInformation,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    vault: buildVault(),
    clock: systemClock,
  })),
  takeOrderInformation,
);
