import type { RouteRequest } from '#runtime/route';
import { NOW, sampleCase } from './sample-case.ts';

/** A checked request of an auditor about the sample case. */
export function auditorRequest(caseId: string = sampleCase().caseId): RouteRequest {
  return {
    caller: { role: 'auditor', subject: 'ada', client: 'console' },
    token: 'token',
    params: { caseId },
    method: 'GET',
    path: `/v1/cases/${caseId}`,
    query: {},
    body: undefined,
    bodySha256: '',
    sourceIp: '127.0.0.1',
    keep: () => null,
    keeping: () => ({}),
  };
}

export const clock = { now: (): string => NOW };
