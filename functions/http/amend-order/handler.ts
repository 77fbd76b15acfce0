import { holidayCalendar } from '#adapters/holiday-calendar';
import type { AmendmentRequest } from '#domain/submission';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuthorities } from '../../parts/authorities.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { actorOf } from '../shared/events.ts';
import { type AuthorityDependencies, takeFromAuthority } from '../shared/information.ts';
import { type Amending, amendmentEffects } from './amendment-effects.ts';
import { amendOrder } from './contract.ts';

/** Takes an amendment of an order from the authority that sent it; what it changes about the order takes effect at once. */
export async function takeAmendment(
  dependencies: AuthorityDependencies & Amending,
  request: RouteRequest<AmendmentRequest>,
): Promise<Answer> {
  const content = { kind: 'amendment', at: dependencies.clock.now(), amendment: request.body } as const;
  return await takeFromAuthority(dependencies, request, content, (record) =>
    amendmentEffects(dependencies, record, content, actorOf(request.caller)),
  );
}

/** The Lambda function of `POST /v1/orders/{caseId}/amendment`. */
export const handler = route(
  amendOrder,
  lazily(() => ({ ...buildCaseWriting(), authorities: buildAuthorities(), calendar: holidayCalendar() })),
  takeAmendment,
);
