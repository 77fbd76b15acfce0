import { ROUTES } from '../../../functions/http/routes.ts';
import type { RouteContract } from '../../../functions/ports/route-contract.ts';
import { type CheckReport, mustBeEmpty } from '../check-report.ts';
import type { DeployedResource } from '../compare-resources.ts';
import type { HttpApi } from '../http-api.ts';
import type { Logins } from '../logins.ts';
import { compareRoutes, expectedStatus, ROUTE_CALLERS, type RouteCaller } from '../route-table.ts';

import type { KeptDemand } from './demands.ts';

/** What the routes are called with. */
export interface RouteChecks {
  readonly api: HttpApi;
  readonly logins: Logins;
  readonly deployed: readonly DeployedResource[];
  /** Cases that are there: each is read by those entitled to it. */
  readonly notice: KeptDemand;
  readonly order: KeptDemand;
}

const MISSING_CASE = `case-${'0'.repeat(26)}`;

/** Every route of the template, called by every kind of caller, answers with the status that its contract owes. */
export async function checkRoutes(report: CheckReport, world: RouteChecks): Promise<void> {
  const contracts = ROUTES.map(({ contract }) => contract);
  const keys = world.deployed
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
    .map(({ properties }) => String(properties['RouteKey']));
  await report.check('the template has the routes of the contracts', async () => {
    mustBeEmpty(compareRoutes(keys, contracts));
    return `${keys.length} routes`;
  });
  const file = await fileOfPage(world.api);
  for (const contract of contracts) {
    await report.check(`${contract.method} ${contract.path}`, () => checkRoute(world, contract, file));
  }
  await report.check('an unknown path is answered with a problem document', async () => {
    const { status, contentType } = await world.api.call('GET', '/nowhere');
    if (status !== 404 || contentType !== 'application/problem+json') throw new Error(`${status} ${contentType}`);
    return undefined;
  });
}

/** The name of a file that the form loads; it changes with each build. Empty where the form does not answer. */
async function fileOfPage(api: HttpApi): Promise<string> {
  const { body } = await api.call('GET', '/notice');
  return /\/assets\/([\w.-]+\.js)/.exec(body.toString())?.[1] ?? '';
}

async function checkRoute(world: RouteChecks, contract: RouteContract, file: string): Promise<string> {
  const wrong: string[] = [];
  const seen: string[] = [];
  for (const caller of ROUTE_CALLERS) {
    const wanted = expectedStatus(contract, caller);
    const { status } = await world.api.call(contract.method, pathFor(world, contract, caller, file), {
      token: await tokenOf(world, caller),
      // A list is the body of no route.
      ...(contract.method === 'POST' && { body: [] }),
    });
    seen.push(`${caller} ${status}`);
    if (status !== wanted) wrong.push(`${caller} got ${status}, not ${wanted}`);
  }
  mustBeEmpty(wrong);
  return seen.join(', ');
}

function pathFor(
  { notice, order }: RouteChecks,
  { method, path }: RouteContract,
  caller: RouteCaller,
  file: string,
): string {
  const own = caller === 'authority' ? order.caseId : notice.caseId;
  return path.replace('{caseId}', method === 'GET' ? own : MISSING_CASE).replace('{file}', file);
}

async function tokenOf({ logins, notice }: RouteChecks, caller: RouteCaller): Promise<string | undefined> {
  if (caller === 'nobody') return undefined;
  if (caller === 'invalid') return 'not.a.token';
  if (caller === 'case-token') return notice.accessToken;
  return (await logins.of(caller)).token;
}
