import type { StackTemplate } from '../../templates.ts';
import { type CheckReport, mustBeEmpty } from '../check-report.ts';
import type { AwsClients } from '../clients.ts';
import { compareResources, type DeployedResource, departures, deployedResources } from '../compare-resources.ts';
import { LEFT_OUT } from '../left-out.ts';
import { describeResources } from '../stack-probe.ts';
import { COMPUTE_VIEWS } from './compute-views.ts';
import { DATA_VIEWS } from './data-views.ts';
import { EDGE_VIEWS } from './edge-views.ts';
import { Neighbours, type ServiceView } from './service-view.ts';

/** How each type is looked at. */
export const SERVICE_VIEWS: Readonly<Record<string, ServiceView>> = { ...COMPUTE_VIEWS, ...DATA_VIEWS, ...EDGE_VIEWS };

const SHOWN_FAULTS = 5;

/**
 * Every resource of the templates was created, and its own service tells of it what the template says.
 * @returns what is not so and left out by name, by the id of its entry
 */
export async function checkResources(
  report: CheckReport,
  clients: AwsClients,
  stacks: readonly StackTemplate[],
): Promise<ReadonlyMap<string, string>> {
  const lacking = new Map<string, string>();
  const deployed: DeployedResource[] = [];
  for (const { name, resources } of stacks) {
    await report.check(`${name}: every resource of the template was created`, async () => {
      const described = await describeResources(clients.stacks, name);
      deployed.push(...deployedResources(resources, described));
      mustBeEmpty(compareResources(resources, described));
      return `${resources.length} resources`;
    });
  }
  const types = [...new Set(stacks.flatMap(({ resources }) => resources.map(({ type }) => type)))].sort();
  for (const type of types) {
    await report.check(`${type}: its service tells what the template says`, () =>
      checkType(clients, type, { deployed, lacking }),
    );
  }
  return lacking;
}

async function checkType(
  clients: AwsClients,
  type: string,
  { deployed, lacking }: { readonly deployed: readonly DeployedResource[]; readonly lacking: Map<string, string> },
): Promise<string> {
  const view = SERVICE_VIEWS[type];
  if (view === undefined) throw new Error('nothing looks at it; add a view in scripts/aws/checks');
  const ofType = deployed.filter((resource) => resource.type === type);
  const faults: string[] = [];
  for (const resource of ofType) {
    const neighbours = new Neighbours(deployed.filter(({ stack }) => stack === resource.stack));
    const actual = await view.read(clients, resource, neighbours).catch((error: Error) => error);
    if (actual instanceof Error) faults.push(`${resource.logicalId}: ${actual.name} ${actual.message}`);
    else faults.push(...faultsBut(lacking, resource, departures(compared(view, resource), actual, resource.logicalId)));
  }
  if (faults.length > SHOWN_FAULTS)
    faults.splice(SHOWN_FAULTS, faults.length, `and ${faults.length - SHOWN_FAULTS} more`);
  mustBeEmpty(faults);
  return `${ofType.length}`;
}

/** The faults without those that left-out.json names; the last of these is noted for its property. */
function faultsBut(
  lacking: Map<string, string>,
  { type, logicalId }: DeployedResource,
  faults: readonly string[],
): readonly string[] {
  return faults.filter((fault) => {
    const entry = LEFT_OUT.find(
      ({ property }) =>
        property?.startsWith(`${type}.`) && fault.startsWith(`${logicalId}.${property.slice(type.length + 1)}`),
    );
    if (entry !== undefined) lacking.set(entry.id, fault);
    return entry === undefined;
  });
}

function compared({ compared: names, derive }: ServiceView, { properties }: DeployedResource): object {
  return {
    ...Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name))),
    ...derive?.(properties),
  };
}
