import * as z from 'zod';
import type { DeclaredResource } from '../templates.ts';

/** A resource as CloudFormation tells of it. */
export interface DescribedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
}

/** A resource as declared, and the name under which it was made. */
export interface DeployedResource extends DeclaredResource {
  readonly physicalId: string;
}

/** Where a stack departs from its template: each difference a sentence. */
export function compareResources(
  declared: readonly DeclaredResource[],
  described: readonly DescribedResource[],
): readonly string[] {
  const found = new Map(described.map((resource) => [resource.logicalId, resource]));
  const wanted = new Set(declared.map(({ logicalId }) => logicalId));
  return [
    ...declared.flatMap(({ logicalId, type }) => faultsOf(logicalId, type, found.get(logicalId))),
    ...described
      .filter(({ logicalId }) => !wanted.has(logicalId))
      .map(({ logicalId }) => `${logicalId} is in no template`),
  ];
}

function faultsOf(logicalId: string, type: string, described: DescribedResource | undefined): readonly string[] {
  if (described === undefined) return [`${logicalId} was not created`];
  const faults: string[] = [];
  if (described.type !== type) faults.push(`${logicalId} is a ${described.type}, not a ${type}`);
  if (described.status !== 'CREATE_COMPLETE') faults.push(`${logicalId} is ${described.status}`);
  if (described.physicalId === '') faults.push(`${logicalId} has no name`);
  return faults;
}

/** The declared resources with their physical names; those without one are left out. */
export function deployedResources(
  declared: readonly DeclaredResource[],
  described: readonly DescribedResource[],
): readonly DeployedResource[] {
  const names = new Map(described.map(({ logicalId, physicalId }) => [logicalId, physicalId]));
  return declared.flatMap((resource) => {
    const physicalId = names.get(resource.logicalId);
    return physicalId === undefined || physicalId === '' ? [] : [{ ...resource, physicalId }];
  });
}

/**
 * Where `actual` lacks what `declared` says; what the template computes must be
 * there, and a text put together from parts must hold those that are literal, in their order.
 */
export function departures(declared: unknown, actual: unknown, path: string): readonly string[] {
  if (declared === undefined) return [];
  if (isComputed(declared)) return computedDepartures(declared, actual, path);
  if (Array.isArray(declared)) {
    if (!Array.isArray(actual) || actual.length !== declared.length) return [told(path, declared, actual)];
    return declared.flatMap((item, index) => departures(item, actual[index], `${path}[${index}]`));
  }
  if (typeof declared === 'object' && declared !== null) {
    const fields = new Map(typeof actual === 'object' && actual !== null ? Object.entries(actual) : []);
    return Object.entries(declared).flatMap(([key, value]) => departures(value, fields.get(key), `${path}.${key}`));
  }
  return String(declared) === String(actual) ? [] : [told(path, declared, actual)];
}

function isComputed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && keys.every((key) => key === 'Ref' || key.startsWith('Fn::'));
}

const Joined = z.strictObject({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

function computedDepartures(declared: unknown, actual: unknown, path: string): readonly string[] {
  if (actual === undefined) return [`${path} is missing`];
  const joined = Joined.safeParse(declared).data;
  if (joined === undefined) return [];
  const text = String(actual);
  let from = 0;
  for (const part of joined['Fn::Join'][1].filter((item) => typeof item === 'string')) {
    const at = text.indexOf(part, from);
    if (at < 0) return [`${path} lacks ${JSON.stringify(part.slice(0, SHOWN_CHARACTERS))}`];
    from = at + part.length;
  }
  return [];
}

const SHOWN_CHARACTERS = 80;

function told(path: string, declared: unknown, actual: unknown): string {
  return `${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(declared)}`;
}
