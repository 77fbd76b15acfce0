import type { CourtActionRequest } from '#domain/counter-notice';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { recordCourtAction } from '../shared/court-action.ts';
import type { TextDependencies } from '../shared/keep-text.ts';
import { caseOfToken } from '../shared/requested-case.ts';
import { refuseTooManyToCase, type ThrottlingDependencies } from '../shared/throttling.ts';
import { notifyCourtAction } from './contract.ts';

/** Takes the notice of a court action from the one who complained. */
export async function takeCourtAction(
  dependencies: TextDependencies & ThrottlingDependencies,
  request: RouteRequest<CourtActionRequest>,
): Promise<Answer> {
  const { caseId, personId } = await caseOfToken(dependencies.vault, request);
  const tooMany = await refuseTooManyToCase(dependencies, caseId, personId);
  return tooMany ?? (await recordCourtAction(dependencies, caseId, request, { kind: 'sender', id: personId }));
}

/** The Lambda function of `POST /v1/notices/{caseId}/court-action`. */
export const handler = route(notifyCourtAction, lazily(buildCaseWriting), takeCourtAction);
