import { Role } from '#domain/party';
import { type Audience, NoBody, type RouteContract } from '../../functions/ports/route-contract.ts';

/** Who calls: nobody, somebody with a token of nobody's, the holder of a case's token, or a role. */
export type RouteCaller = 'nobody' | 'invalid' | 'case-token' | Exclude<Role, 'public'>;

/** Every kind of caller. */
export const ROUTE_CALLERS: readonly RouteCaller[] = [
  'nobody',
  'invalid',
  'case-token',
  ...Role.options.filter((role) => role !== 'public'),
];

/** Whether a caller gets past the door of a route, and which of the two refusals it meets otherwise. */
function refusal(audience: Audience, caller: RouteCaller): 401 | 403 | null {
  if (audience === 'anybody') return null;
  if (caller === 'nobody') return audience !== 'case-token' && audience.includes('public') ? null : 401;
  if (caller === 'invalid') return 401;
  if (caller === 'case-token') return audience === 'case-token' ? null : 401;
  return audience !== 'case-token' && audience.includes(caller) ? null : 403;
}

/** What the case that is read has not: it was never purged, and the message asked for is none of its own. */
const LACKING: ReadonlySet<string> = new Set(['readPurgeReport', 'readPaper']);

/**
 * The status a caller is owed. Whoever is let in reads what there is with a GET, or learns that it is not there, has sent a body that fits no form with
 * a POST that takes one, and has named a case that there is not with any other POST.
 */
export function expectedStatus(contract: RouteContract, caller: RouteCaller): number {
  const refused = refusal(contract.audience, caller);
  if (refused !== null) return refused;
  if (contract.method === 'GET') return LACKING.has(contract.operationId) ? 404 : 200;
  return contract.body === NoBody ? 404 : 400;
}

/** The route keys of a template against those of the contracts and of the routes that have none. */
export function compareRoutes(declared: readonly string[], contracts: readonly RouteContract[]): readonly string[] {
  const wanted = new Set([...contracts.map(({ method, path }) => `${method} ${path}`), ...ROUTES_WITHOUT_CONTRACT]);
  return [
    ...[...wanted].filter((route) => !declared.includes(route)).map((route) => `${route} is in no template`),
    ...declared.filter((route) => !wanted.has(route)).map((route) => `${route} has no contract`),
  ];
}

/** The fallback, and the way to the user pool's token endpoint. */
const ROUTES_WITHOUT_CONTRACT = ['$default', 'POST /oauth/token'];
