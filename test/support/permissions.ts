import * as z from 'zod';
import type { LoadedTemplate } from '../../local/template/template.ts';
import type { RecordedCall } from './recorded-calls.ts';

const OneOrMany = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const Statement = z.object({ Effect: z.literal('Allow'), Action: OneOrMany, Resource: OneOrMany });
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }), Roles: z.array(z.string()) });

/** One action on one resource, as a policy allows it; either may hold wildcards. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** What each function of a template may do, by the function's name. */
export type Permissions = ReadonlyMap<string, readonly Permission[]>;

/** Reads what each function's role allows out of the synthesized policies. */
export function permissionsOf(template: LoadedTemplate): Permissions {
  const byRole = new Map<string, Permission[]>();
  for (const { properties } of template.ofType('AWS::IAM::Policy')) {
    const { PolicyDocument: document, Roles: roles } = Policy.parse(properties);
    const allowed = document.Statement.flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))),
    );
    for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), ...allowed]);
  }
  const roles = new Map(template.ofType('AWS::IAM::Role').map(({ arn, ref }) => [arn, ref]));
  return new Map(
    template.ofType('AWS::Lambda::Function').map(({ name, properties }) => {
      const role = roles.get(z.string().parse(properties['Role'])) ?? '';
      return [name, byRole.get(role) ?? []];
    }),
  );
}

/** The calls that no permission of their function allows. */
export function forbiddenCalls(calls: readonly RecordedCall[], permissions: Permissions): readonly RecordedCall[] {
  return calls.filter(
    (call) => permissions.get(call.function)?.some((permission) => allows(permission, call)) !== true,
  );
}

/** The permissions that no call of their function used, as `function: action on resource`. */
export function unusedPermissions(calls: readonly RecordedCall[], permissions: Permissions): readonly string[] {
  return [...permissions].flatMap(([name, allowed]) => {
    const own = calls.filter((call) => call.function === name);
    const unused = allowed.filter((permission) => !own.some((call) => allows(permission, call)));
    return unused.map(({ action, resource }) => `${name}: ${action} on ${resource}`);
  });
}

/** A request that does not say what it acts on is allowed by an action alone. */
function allows({ action, resource }: Permission, call: RecordedCall): boolean {
  return matches(action, call.action) && (call.resource === null || matches(resource, call.resource));
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(text);
}
