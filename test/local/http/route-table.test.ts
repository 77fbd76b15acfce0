import { describe, expect, it } from 'vitest';
import { createRouteTable } from '#local/http/route-table';

const keys = [
  'GET /v1/cases',
  'GET /v1/cases/{caseId}',
  'GET /v1/cases/queue',
  'ANY /v1/cases/{caseId}',
  'POST /v1/cases/{caseId}/decision',
  'ANY /{proxy+}',
  'GET /files/{path+}',
  '$default',
];
const find = createRouteTable(new Map(keys.map((key) => [key, key])));

describe('createRouteTable', () => {
  it.each([
    ['GET', '/v1/cases', 'GET /v1/cases', {}],
    ['GET', '/v1/cases/c-1', 'GET /v1/cases/{caseId}', { caseId: 'c-1' }],
    ['GET', '/v1/cases/queue', 'GET /v1/cases/queue', {}],
    ['DELETE', '/v1/cases/queue', 'ANY /v1/cases/{caseId}', { caseId: 'queue' }],
    ['DELETE', '/v1/cases/c%201', 'ANY /v1/cases/{caseId}', { caseId: 'c 1' }],
    ['GET', '/v1/cases/%ff', 'GET /v1/cases/{caseId}', { caseId: '%ff' }],
    ['GET', '/v1/cases/%zz', 'GET /v1/cases/{caseId}', { caseId: '%zz' }],
    ['POST', '/v1/cases/c-1/decision', 'POST /v1/cases/{caseId}/decision', { caseId: 'c-1' }],
    ['GET', '/v1/cases/c-1/decision', 'ANY /{proxy+}', { proxy: 'v1/cases/c-1/decision' }],
    ['GET', '/files/a/b%2Fc', 'GET /files/{path+}', { path: 'a/b/c' }],
    ['GET', '/', '$default', {}],
  ])('leads %s %s to %s', (method, path, routeKey, parameters) => {
    expect(find(method, path)).toEqual({ routeKey, target: routeKey, parameters });
  });

  it('knows nothing of a path without a route', () => {
    expect(createRouteTable(new Map([['GET /a', 1]]))('GET', '/b')).toBeUndefined();
  });
});
