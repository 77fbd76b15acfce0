import type { Role } from './party.ts';

/** How a route knows its caller. */
export type Admission =
  /** Anybody, with or without a token. */
  | { readonly kind: 'public' }
  /** The access token of that very case and person. */
  | { readonly kind: 'case-token' }
  /** A verified token with one of these roles; `own`: only for the authority that sent the order. */
  | { readonly kind: 'roles'; readonly roles: readonly Role[]; readonly own: boolean };

/** A route of the API and whom it admits. */
export interface RouteAccess {
  readonly method: 'GET' | 'POST';
  /** The path as the template and the OpenAPI document spell it. */
  readonly path: string;
  readonly admission: Admission;
}

const PUBLIC: Admission = { kind: 'public' };
const CASE_TOKEN: Admission = { kind: 'case-token' };
const OWN_ORDERS: Admission = { kind: 'roles', roles: ['authority'], own: true };
const READERS = roles('specialist', 'counsel', 'lead', 'operator', 'auditor', 'vendor');
const REVIEWERS = roles('specialist', 'counsel', 'lead');
const DECIDERS = roles('specialist', 'counsel');
const SECOND_EYES = roles('counsel', 'lead');
const OVERSEERS = roles('lead', 'auditor');
const OPERATORS = roles('operator', 'lead');
const ON_CALL = roles('specialist', 'counsel', 'lead', 'operator');
const WITNESSES = roles('specialist', 'counsel', 'lead', 'auditor');

/** The one table of who may call what; handlers, the OpenAPI document and the matrix test read it. */
export const ROUTES: readonly RouteAccess[] = [
  { method: 'POST', path: '/v1/notices', admission: PUBLIC },
  { method: 'GET', path: '/v1/notices/{caseId}', admission: CASE_TOKEN },
  { method: 'POST', path: '/v1/notices/{caseId}/information', admission: CASE_TOKEN },
  { method: 'POST', path: '/v1/notices/{caseId}/withdrawal', admission: CASE_TOKEN },
  { method: 'POST', path: '/v1/notices/{caseId}/complaint', admission: CASE_TOKEN },
  { method: 'POST', path: '/v1/notices/{caseId}/counter-notice', admission: CASE_TOKEN },
  { method: 'POST', path: '/v1/notices/{caseId}/court-action', admission: CASE_TOKEN },
  { method: 'POST', path: '/v1/cases/{caseId}/response', admission: CASE_TOKEN },
  { method: 'POST', path: '/v1/orders', admission: OWN_ORDERS },
  { method: 'GET', path: '/v1/orders/{caseId}', admission: OWN_ORDERS },
  { method: 'POST', path: '/v1/orders/{caseId}/information', admission: OWN_ORDERS },
  { method: 'POST', path: '/v1/orders/{caseId}/amendment', admission: OWN_ORDERS },
  { method: 'POST', path: '/v1/orders/{caseId}/withdrawal', admission: OWN_ORDERS },
  { method: 'GET', path: '/v1/cases', admission: READERS },
  { method: 'GET', path: '/v1/cases/{caseId}', admission: READERS },
  { method: 'POST', path: '/v1/cases/{caseId}/claim', admission: REVIEWERS },
  { method: 'POST', path: '/v1/cases/{caseId}/release', admission: REVIEWERS },
  { method: 'POST', path: '/v1/cases/{caseId}/notes', admission: REVIEWERS },
  { method: 'POST', path: '/v1/cases/{caseId}/information-requests', admission: REVIEWERS },
  { method: 'POST', path: '/v1/cases/{caseId}/decision', admission: DECIDERS },
  { method: 'POST', path: '/v1/cases/{caseId}/approval', admission: SECOND_EYES },
  { method: 'POST', path: '/v1/cases/{caseId}/reversal', admission: SECOND_EYES },
  { method: 'POST', path: '/v1/cases/{caseId}/court-action', admission: REVIEWERS },
  { method: 'POST', path: '/v1/cases/{caseId}/clock-entries', admission: SECOND_EYES },
  { method: 'POST', path: '/v1/cases/{caseId}/scrutiny-request', admission: roles('counsel') },
  { method: 'POST', path: '/v1/cases/{caseId}/scrutiny-decision', admission: SECOND_EYES },
  { method: 'POST', path: '/v1/cases/{caseId}/holds', admission: SECOND_EYES },
  { method: 'POST', path: '/v1/cases/{caseId}/holds/{number}/release', admission: SECOND_EYES },
  { method: 'POST', path: '/v1/cases/{caseId}/erasures', admission: SECOND_EYES },
  { method: 'GET', path: '/v1/cases/{caseId}/purge-report', admission: OVERSEERS },
  { method: 'POST', path: '/v1/cases/{caseId}/resume', admission: OPERATORS },
  { method: 'POST', path: '/v1/cases/{caseId}/danger-acknowledgement', admission: ON_CALL },
  { method: 'GET', path: '/v1/cases/{caseId}/history', admission: WITNESSES },
  { method: 'GET', path: '/v1/cases/{caseId}/messages/{deliveryId}/paper', admission: WITNESSES },
  { method: 'GET', path: '/v1/cases/{caseId}/evidence', admission: WITNESSES },
  { method: 'GET', path: '/.well-known/jwks.json', admission: PUBLIC },
  { method: 'GET', path: '/v1/audit/keys', admission: PUBLIC },
  { method: 'POST', path: '/oauth/token', admission: PUBLIC },
  { method: 'GET', path: '/healthz', admission: PUBLIC },
  { method: 'GET', path: '/openapi.json', admission: PUBLIC },
  { method: 'GET', path: '/docs', admission: PUBLIC },
  { method: 'GET', path: '/notice', admission: PUBLIC },
  { method: 'GET', path: '/assets/{file}', admission: PUBLIC },
];

/** The access rule of a route, or null for one that the table does not know. */
export function findRoute(method: string, path: string): RouteAccess | null {
  return ROUTES.find((route) => route.method === method && route.path === path) ?? null;
}

/**
 * What the server answers a caller before it looks at the case: go on, 401 without a token, 403 with a role that the
 * route does not admit. A route not in the table admits nobody. `role` is null without a valid token.
 */
export function admit(method: string, path: string, role: Role | null): 'admitted' | 'unauthenticated' | 'forbidden' {
  const admission = findRoute(method, path)?.admission;
  if (admission === undefined) return 'forbidden';
  switch (admission.kind) {
    case 'public':
    case 'case-token':
      return 'admitted';
    case 'roles':
      if (role === null) return 'unauthenticated';
      return admission.roles.includes(role) ? 'admitted' : 'forbidden';
  }
}

/** Tells whether an authority may see an order: only its own, else the case does not exist for it. */
export function ownsOrder(authorityId: string | null, caller: string): boolean {
  return authorityId !== null && authorityId === caller;
}

function roles(...admitted: readonly Role[]): Admission {
  return { kind: 'roles', roles: admitted, own: false };
}
