import type { AwsClients } from '../clients.ts';
import type { DeployedResource } from '../compare-resources.ts';

/** How a resource is looked at through the API of its own service. */
export interface ServiceView {
  /** The properties of the template that the answer is compared with. */
  readonly compared: readonly string[];
  /** More to compare, where the template says it in a form of its own. @default nothing */
  derive?(properties: DeployedResource['properties']): object;
  /** Asks the service; the answer names its fields as the template does. */
  read(clients: AwsClients, resource: DeployedResource, neighbours: Neighbours): Promise<object>;
}

/** The resources of the same stack. */
export class Neighbours {
  readonly #resources: readonly DeployedResource[];

  constructor(resources: readonly DeployedResource[]) {
    this.#resources = resources;
  }

  /** The physical id of the only resource of a type. @throws Error when there is none or more */
  only(type: string): string {
    const [found, ...others] = this.#resources.filter((resource) => resource.type === type);
    if (found === undefined || others.length > 0) throw new Error(`there is not exactly one ${type}`);
    return found.physicalId;
  }

  /** The physical id of the resource that a property refers to. @throws Error when it refers to none here */
  referred(property: unknown): string {
    const text = JSON.stringify(property) ?? '';
    const found = this.#resources.find(({ logicalId }) => text.includes(`"${logicalId}"`));
    if (found === undefined) throw new Error(`${text} refers to nothing in this stack`);
    return found.physicalId;
  }
}

/** A policy document as an object; services answer with its text. */
export function policyDocument(text: string | undefined): unknown {
  return JSON.parse(decodeURIComponent(text ?? 'null'));
}
