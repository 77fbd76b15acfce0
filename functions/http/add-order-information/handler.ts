import type { InformationRequest } from '#domain/submission';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuthorities } from '../../parts/authorities.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { type AuthorityDependencies, takeFromAuthority } from '../shared/information.ts';
import { addOrderInformation } from './contract.ts';

/** Takes what an authority was asked for about its order. */
export async function takeOrderInformation(
  dependencies: AuthorityDependencies,
  request: RouteRequest<InformationRequest>,
): Promise<Answer> {
  const content = { kind: 'information', at: dependencies.clock.now(), information: request.body } as const;
  return await takeFromAuthority(dependencies, request, content);
}

/** The Lambda function of `POST /v1/orders/{caseId}/information`. */
export const handler = route(
  addOrderInformation,
  lazily(() => ({ ...buildCaseWriting(), authorities: buildAuthorities() })),
  takeOrderInformation,
);
