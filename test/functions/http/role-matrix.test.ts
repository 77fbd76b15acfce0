import { describe, expect, it } from 'vitest';
import { type Admission, findRoute } from '../../../domain/access.ts';
import { Role } from '../../../domain/party.ts';
import { openApiDocument } from '../../../functions/http/openapi/document.ts';
import { ROUTES } from '../../../functions/http/routes.ts';
import type { Audience } from '../../../functions/ports/route-contract.ts';
import { route } from '../../../functions/runtime/route.ts';
import { eventOf } from '../../support/api-world.ts';

/** Design section 7 once more, written down independently of contracts and domain: letters for roles. */
const MATRIX: Readonly<Record<string, string>> = {
  'POST /v1/notices': 'public trusted-flagger',
  'GET /v1/notices/{caseId}': 'case-token',
  'POST /v1/notices/{caseId}/information': 'case-token',
  'POST /v1/notices/{caseId}/withdrawal': 'case-token',
  'POST /v1/cases/{caseId}/response': 'case-token',
  'POST /v1/notices/{caseId}/complaint': 'case-token',
  'POST /v1/notices/{caseId}/counter-notice': 'case-token',
  'POST /v1/notices/{caseId}/court-action': 'case-token',
  'POST /v1/orders': 'authority',
  'GET /v1/orders/{caseId}': 'authority',
  'POST /v1/orders/{caseId}/information': 'authority',
  'POST /v1/orders/{caseId}/amendment': 'authority',
  'POST /v1/orders/{caseId}/withdrawal': 'authority',
  'GET /v1/cases': 'specialist counsel lead operator auditor vendor',
  'GET /v1/cases/{caseId}': 'specialist counsel lead operator auditor vendor',
  'POST /v1/cases/{caseId}/claim': 'specialist counsel lead',
  'POST /v1/cases/{caseId}/release': 'specialist counsel lead',
  'POST /v1/cases/{caseId}/notes': 'specialist counsel lead',
  'POST /v1/cases/{caseId}/information-requests': 'specialist counsel lead',
  'POST /v1/cases/{caseId}/decision': 'specialist counsel',
  'POST /v1/cases/{caseId}/approval': 'counsel lead',
  'POST /v1/cases/{caseId}/reversal': 'counsel lead',
  'POST /v1/cases/{caseId}/court-action': 'specialist counsel lead',
  'POST /v1/cases/{caseId}/clock-entries': 'counsel lead',
  'POST /v1/cases/{caseId}/scrutiny-request': 'counsel',
  'POST /v1/cases/{caseId}/scrutiny-decision': 'counsel lead',
  'POST /v1/cases/{caseId}/holds': 'counsel lead',
  'POST /v1/cases/{caseId}/holds/{number}/release': 'counsel lead',
  'POST /v1/cases/{caseId}/erasures': 'counsel lead',
  'GET /v1/cases/{caseId}/purge-report': 'lead auditor',
  'POST /v1/cases/{caseId}/resume': 'operator lead',
  'POST /v1/cases/{caseId}/danger-acknowledgement': 'specialist counsel lead operator',
  'GET /v1/cases/{caseId}/history': 'specialist counsel lead auditor',
  'GET /v1/cases/{caseId}/messages/{deliveryId}/paper': 'specialist counsel lead auditor',
  'GET /v1/cases/{caseId}/evidence': 'specialist counsel lead auditor',
  'GET /.well-known/jwks.json': 'anybody',
  'GET /v1/audit/keys': 'anybody',
  'GET /openapi.json': 'anybody',
  'GET /docs': 'anybody',
  'GET /notice': 'anybody',
  'GET /assets/{file}': 'anybody',
};

const CASE_TOKEN = `sender.${'a'.repeat(43)}`;
const CALLERS = ['nobody', 'case-token', 'invalid', ...Role.options.filter((role) => role !== 'public')] as const;

/** What a caller is answered before the case is looked at; 0 stands for being let in. */
function expected(audience: string, caller: (typeof CALLERS)[number]): number {
  const allowed = audience.split(' ');
  if (audience === 'anybody') return 0;
  if (caller === 'nobody') return allowed.includes('public') ? 0 : 401;
  if (caller === 'invalid') return 401;
  if (caller === 'case-token') return audience === 'case-token' ? 0 : 401;
  return allowed.includes(caller) ? 0 : 403;
}

const verifier = {
  verify: async (token: string) => {
    const role = Role.safeParse(token).data;
    return role === undefined ? null : { role, subject: 'somebody', client: 'somebody' };
  },
};

describe('the route × role matrix', () => {
  it('covers every route and no other', () => {
    const routes = ROUTES.map(({ contract }) => `${contract.method} ${contract.path}`);
    expect(routes.toSorted()).toEqual(Object.keys(MATRIX).toSorted());
  });

  const table = ROUTES.flatMap(({ contract }) =>
    CALLERS.map((caller) => ({ contract, caller, name: `${contract.method} ${contract.path}` })),
  );

  it.each(table)('$name by $caller', async ({ contract, caller, name }) => {
    let entered = false;
    const gateway = route(
      contract,
      () => ({ verifier, cases: { findAnswer: async () => null } }),
      async () => {
        entered = true;
        return { status: 299, body: {} };
      },
    );
    const token = caller === 'nobody' ? undefined : caller === 'case-token' ? CASE_TOKEN : caller;
    const answer = await gateway(eventOf(contract.method, contract.path, { caseId: 'case-1' }, { token }));
    const { statusCode } = answer as { statusCode: number };
    const wanted = expected(MATRIX[name] ?? '', caller);
    // Being let in, a request without a body may still be refused for its form.
    if (wanted === 0) expect([299, 400]).toContain(statusCode);
    else expect([statusCode, entered]).toEqual([wanted, false]);
  });

  it.each(ROUTES.map(({ contract }) => contract))('$method $path agrees with the domain', (contract) => {
    const admission = findRoute(contract.method, contract.path)?.admission;
    expect(admission).toBeDefined();
    expect(sameAudience(contract.audience, admission!)).toBe(true);
  });

  it('describes every route with its answers and problems', () => {
    const { paths } = openApiDocument(ROUTES.map(({ contract }) => contract)) as {
      paths: Record<string, Record<string, { responses: object; security: unknown[] }>>;
    };
    for (const { contract } of ROUTES) {
      const operation = paths[contract.path]?.[contract.method.toLowerCase()];
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining([...Object.keys(contract.answers), 'default']),
      );
      expect(operation?.security.length === 0).toBe(contract.audience === 'anybody');
    }
  });
});

function sameAudience(audience: Audience, admission: Admission): boolean {
  switch (admission.kind) {
    case 'public':
      return audience === 'anybody' || (typeof audience !== 'string' && audience.includes('public'));
    case 'case-token':
      return audience === 'case-token';
    case 'roles':
      return JSON.stringify([...audience].toSorted()) === JSON.stringify([...admission.roles].toSorted());
  }
}
