import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../functions/http/routes.ts';
import { compareRoutes, expectedStatus, ROUTE_CALLERS } from '../../../scripts/aws/route-table.ts';

const contracts = ROUTES.map(({ contract }) => contract);
const statuses = (operationId: string) => {
  const contract = contracts.find((candidate) => candidate.operationId === operationId)!;
  return Object.fromEntries(ROUTE_CALLERS.map((caller) => [caller, expectedStatus(contract, caller)]));
};

describe('expectedStatus', () => {
  it.each([
    ['submitNotice', { nobody: 400, invalid: 401, 'case-token': 401, 'trusted-flagger': 400, specialist: 403 }],
    ['readNotice', { nobody: 401, invalid: 401, 'case-token': 200, specialist: 403, authority: 403 }],
    ['submitOrder', { nobody: 401, authority: 400, lead: 403, 'case-token': 401 }],
    ['listCases', { nobody: 401, vendor: 200, auditor: 200, authority: 403 }],
    ['readPurgeReport', { nobody: 401, lead: 404, auditor: 404, specialist: 403 }],
    ['claimCase', { nobody: 401, specialist: 404, operator: 403 }],
    ['decideCase', { counsel: 400, lead: 403 }],
    ['readSigningKeys', { nobody: 200, invalid: 200, authority: 200 }],
  ])('%s', (operationId, wanted) => {
    expect(statuses(operationId)).toMatchObject(wanted);
  });
});

describe('compareRoutes', () => {
  const keys = [...contracts.map(({ method, path }) => `${method} ${path}`), '$default', 'POST /oauth/token'];

  it('accepts the routes of the contracts', () => {
    expect(compareRoutes(keys, contracts)).toEqual([]);
  });

  it('tells of a route that is missing and of one that nobody described', () => {
    expect(compareRoutes([...keys.slice(1), 'GET /hidden'], contracts)).toEqual([
      'POST /v1/notices is in no template',
      'GET /hidden has no contract',
    ]);
  });
});
