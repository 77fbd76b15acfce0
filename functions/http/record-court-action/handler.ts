import type { CourtActionRequest } from '#domain/counter-notice';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { recordCourtAction } from '../shared/court-action.ts';
import { actorOf } from '../shared/events.ts';
import type { TextDependencies } from '../shared/keep-text.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { courtActionOfCase } from './contract.ts';

/** Takes the notice of a court action from a person of ours whom it reached. */
export async function keepCourtAction(
  dependencies: TextDependencies,
  request: RouteRequest<CourtActionRequest>,
): Promise<Answer> {
  const { caseId } = await requestedCase(dependencies.cases, request);
  return await recordCourtAction(dependencies, caseId, request, actorOf(request.caller));
}

/** The Lambda function of `POST /v1/cases/{caseId}/court-action`. */
export const handler = route(courtActionOfCase, lazily(buildCaseWriting), keepCourtAction);
