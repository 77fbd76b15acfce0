import { isDeepStrictEqual } from 'node:util';
import type { DeclaredResource, StackTemplate } from '../templates.ts';
import type { DeployedStack } from './facts.ts';

/** What will become of the resources of one type. */
export interface TypePlan {
  readonly type: string;
  readonly create: number;
  readonly change: number;
  readonly remove: number;
}

/** What a deployment will do. */
export interface Plan {
  readonly types: readonly TypePlan[];
  /** Resources that hold what nobody can make again, and that would leave their stack. */
  readonly losses: readonly DeclaredResource[];
}

/** The types whose resources hold what nobody can make again. */
export const IRREPLACEABLE: ReadonlySet<string> = new Set([
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::GlobalTable',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
]);

/** The difference between the templates to deploy and those that are deployed, by resource and counted by type. */
export function planDeployment(wanted: readonly StackTemplate[], deployed: readonly DeployedStack[]): Plan {
  const before = new Map(deployed.flatMap(({ template }) => template.resources.map((each) => [keyOf(each), each])));
  const after = new Map(wanted.flatMap(({ resources }) => resources.map((each) => [keyOf(each), each])));
  const types = new Map<string, { create: number; change: number; remove: number }>();
  const count = ({ type }: DeclaredResource, what: 'create' | 'change' | 'remove'): void => {
    const known = types.get(type) ?? { create: 0, change: 0, remove: 0 };
    types.set(type, { ...known, [what]: known[what] + 1 });
  };
  for (const [key, resource] of after) {
    const old = before.get(key);
    if (old === undefined) count(resource, 'create');
    else if (!isDeepStrictEqual([old.type, old.properties], [resource.type, resource.properties])) {
      count(resource, 'change');
    }
  }
  const removed = [...before].flatMap(([key, resource]) => (after.has(key) ? [] : [resource]));
  for (const resource of removed) count(resource, 'remove');
  return {
    types: [...types]
      .map(([type, counts]) => ({ type, ...counts }))
      .sort((one, other) => (one.type < other.type ? -1 : 1)),
    losses: removed.filter(({ type }) => IRREPLACEABLE.has(type)),
  };
}

/** The plan in lines. */
export function planLines({ types, losses }: Plan): readonly string[] {
  if (types.length === 0) return ['Nothing differs from what is deployed.'];
  const sum = (what: 'create' | 'change' | 'remove'): number => types.reduce((total, each) => total + each[what], 0);
  return [
    `${sum('create')} resources will be created, ${sum('change')} changed and ${sum('remove')} removed:`,
    ...types.map(({ type, ...counts }) => `  ${inWords(counts)}  ${type}`),
    ...losses.map(
      ({ stack, logicalId, type, retained }) =>
        `${retained ? 'It stays in the account but leaves its stack' : 'IT WILL BE DELETED with all it holds'}: ${stack} ${logicalId} (${type}).`,
    ),
  ];
}

function inWords({ create, change, remove }: Omit<TypePlan, 'type'>): string {
  const signs = [create > 0 && `+${create}`, change > 0 && `~${change}`, remove > 0 && `-${remove}`];
  return signs.filter((sign) => sign !== false).join(' ');
}

function keyOf({ stack, logicalId }: DeclaredResource): string {
  return `${stack}/${logicalId}`;
}
