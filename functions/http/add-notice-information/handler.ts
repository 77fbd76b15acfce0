import type { InformationRequest } from '#domain/submission';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { actorOf } from '../shared/events.ts';
import { type InformationDependencies, keepInformation } from '../shared/information.ts';
import { caseOfToken } from '../shared/requested-case.ts';
import { refuseTooManyToCase, type ThrottlingDependencies } from '../shared/throttling.ts';
import { addNoticeInformation } from './contract.ts';

/** Takes what the sender of a notice was asked for. */
export async function takeNoticeInformation(
  dependencies: InformationDependencies & ThrottlingDependencies,
  request: RouteRequest<InformationRequest>,
): Promise<Answer> {
  const { caseId, personId } = await caseOfToken(dependencies.vault, request);
  const tooMany = await refuseTooManyToCase(dependencies, caseId, personId);
  if (tooMany !== null) return tooMany;
  const content = { kind: 'information', at: dependencies.clock.now(), information: request.body } as const;
  const piece = { caseId, personId: 'sender', actor: actorOf(request.caller), content } as const;
  return await keepInformation(dependencies, piece, request);
}

/** The Lambda function of `POST /v1/notices/{caseId}/information`. */
export const handler = route(addNoticeInformation, lazily(buildCaseWriting), takeNoticeInformation);
