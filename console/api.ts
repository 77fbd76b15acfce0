import * as z from 'zod';
import { Problem } from '#domain/api/problem';
import { CaseStatus, ComplaintReceipt, NoticeReceipt, ResponseAnswer } from '#domain/api/sender-views';
import type { InformationRequest } from '#domain/submission';
import type { ResponseBody } from './answer/to-response.ts';
import type { CaseKey } from './case-link.ts';
import type { NoticeBody } from './notice/to-request.ts';

/** Why something was not taken: in the words of the interface, or null where it could not be reached. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;
  readonly problem: Problem | null;
  /** In how many seconds to try again, where that was said. */
  readonly retryAfter: number | null;

  /** @param status 0 where there was no answer */
  constructor(status: number, problem: Problem | null, retryAfter: number | null) {
    super(problem?.detail ?? 'no answer');
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** Sends a notice. @param key the same for the same body, so that a repetition makes no second case. @throws RefusedError */
export async function sendNotice(body: NoticeBody, key: string): Promise<NoticeReceipt> {
  return await call('/v1/notices', NoticeReceipt, { method: 'POST', body: JSON.stringify(body), key });
}

/** How a case stands. @throws RefusedError */
export async function readStatus({ caseId, token }: CaseKey): Promise<CaseStatus> {
  return await call(`/v1/notices/${encodeURIComponent(caseId)}`, CaseStatus, { token });
}

/** Adds what was asked for. @throws RefusedError */
export async function sendInformation(
  { caseId, token }: CaseKey,
  information: z.input<typeof InformationRequest>,
): Promise<CaseStatus> {
  const options = { method: 'POST', token, body: JSON.stringify(information), key: crypto.randomUUID() };
  return await call(`/v1/notices/${encodeURIComponent(caseId)}/information`, CaseStatus, options);
}

/** Withdraws a notice. @param reason empty for none. @throws RefusedError */
export async function sendWithdrawal({ caseId, token }: CaseKey, reason: string): Promise<CaseStatus> {
  const body = JSON.stringify({ reason: reason.trim() === '' ? null : reason.trim() });
  const options = { method: 'POST', token, body, key: crypto.randomUUID() };
  return await call(`/v1/notices/${encodeURIComponent(caseId)}/withdrawal`, CaseStatus, options);
}

/** Answers what somebody is heard on. @throws RefusedError */
export async function sendResponse({ caseId, token }: CaseKey, response: ResponseBody): Promise<ResponseAnswer> {
  const options = { method: 'POST', token, body: JSON.stringify(response), key: crypto.randomUUID() };
  return await call(`/v1/cases/${encodeURIComponent(caseId)}/response`, ResponseAnswer, options);
}

/** Complains of the decision on a case; gives the receipt of the complaint, a case of its own. @throws RefusedError */
export async function sendComplaint({ caseId, token }: CaseKey, explanation: string): Promise<NoticeReceipt> {
  const options = { method: 'POST', token, body: JSON.stringify({ explanation }), key: crypto.randomUUID() };
  return await call(`/v1/notices/${encodeURIComponent(caseId)}/complaint`, ComplaintReceipt, options);
}

interface CallOptions {
  readonly method?: string;
  readonly body?: string;
  readonly token?: string;
  /** The Idempotency-Key. */
  readonly key?: string;
}

async function call<T>(path: string, answer: z.ZodType<T>, { method, body, token, key }: CallOptions): Promise<T> {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  const response = await fetch(path, { method, body, headers, cache: 'no-store' }).catch(() => null);
  if (response === null) throw new RefusedError(0, null, null);
  const read: unknown = await response.json().catch(() => null);
  const found = response.ok ? answer.safeParse(read).data : undefined;
  if (found !== undefined) return found;
  throw new RefusedError(response.status, Problem.safeParse(read).data ?? null, secondsOf(response));
}

function secondsOf(response: Response): number | null {
  const said = z.coerce.number().int().positive().safeParse(response.headers.get('retry-after'));
  return said.data ?? null;
}
