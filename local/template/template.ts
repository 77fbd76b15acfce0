import { z } from 'zod';
import { type Assembly, readAssembly, type Stack } from './assembly.ts';
import { identities } from './identities.ts';
import { account, region } from './place.ts';
import { noValue, resolve, type Scope } from './resolve.ts';
import { isServed } from './supported-types.ts';

/** A resource of the template with its physical name and its properties, intrinsic functions resolved. */
export interface TemplateResource {
  readonly type: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly name: string;
  /** What `Ref` gives. */
  readonly ref: string;
  /** Its ARN; empty for a type that has none. */
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The resources that the runtime has to serve, of all chosen stacks, and the folders of the file assets. */
export interface LoadedTemplate {
  ofType(...types: string[]): TemplateResource[];
  readonly assets: ReadonlyMap<string, string>;
}

/** What a template needs from outside. */
export interface TemplateOptions {
  /** The folder of the synthesized assembly. */
  readonly directory: string;
  /** Values of CloudFormation parameters by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Addresses that attributes contain: the public listener, the AWS listener and the token issuer. */
  readonly addresses: { readonly api: string; readonly aws: string; readonly issuer: string };
  /** The stacks to load; all by default. */
  readonly stacks?: readonly string[];
  /** Types to load though nothing on one machine serves them, for whoever reads the template only; none by default. */
  readonly inert?: readonly string[];
}

const pseudoParameters: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NotificationARNs': [],
  'AWS::NoValue': noValue,
};

interface Named {
  readonly name: string;
  readonly ref: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function fill(format: string, values: Readonly<Record<string, string>>): string {
  return format.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}

function identify(stack: Stack, id: string, scope: Scope, addresses: TemplateOptions['addresses']): Named {
  const resource = stack.template.Resources[id];
  if (!resource) throw new Error(`${stack.name}: no resource or parameter named ${id}`);
  const identity = identities[resource.Type] ?? {};
  const given = identity.name ? resolve(resource.Properties[identity.name], scope) : undefined;
  const chosen = typeof given === 'string' ? given : `${stack.name}-${id}`;
  const name = identity.lowerCase ? chosen.toLowerCase() : chosen;
  const values = { name, region, account, ...addresses };
  const arn = identity.arn ? `arn:aws:${fill(identity.arn, values)}` : '';
  const attributes = Object.entries(identity.attributes ?? {}).map(([key, format]) => [
    key,
    fill(format, { ...values, arn }),
  ]);
  return {
    name,
    arn,
    ref: fill(identity.ref ?? '{name}', { ...values, arn }),
    attributes: { Arn: arn, ...Object.fromEntries(attributes) },
  };
}

function scopeOf(
  stack: Stack,
  options: TemplateOptions,
  importValue: Scope['importValue'],
): Scope & { named(id: string): Named } {
  const known = new Map<string, Named>();
  const scope = {
    named(id: string): Named {
      const named = known.get(id) ?? identify(stack, id, scope, options.addresses);
      known.set(id, named);
      return named;
    },
    ref(id: string): unknown {
      if (id in pseudoParameters) return pseudoParameters[id];
      if (id === 'AWS::StackName') return stack.name;
      if (id === 'AWS::StackId') return `arn:aws:cloudformation:${region}:${account}:stack/${stack.name}/local`;
      const parameter = stack.template.Parameters[id];
      if (!parameter) return scope.named(id).ref;
      const value = options.parameters[id] ?? parameter.Default;
      if (value === undefined) throw new Error(`${stack.name}: parameter ${id} needs a value`);
      return value;
    },
    attribute(id: string, name: string): string {
      const value = scope.named(id).attributes[name];
      if (value) return value;
      throw new Error(
        `${stack.name}: ${id} has no attribute ${name} on one machine; add it in local/template/identities.ts`,
      );
    },
    importValue,
  };
  return scope;
}

function exportsOf(stacks: readonly Stack[], scopes: ReadonlyMap<Stack, Scope>): Map<string, () => unknown> {
  const exported = new Map<string, () => unknown>();
  for (const stack of stacks) {
    const scope = scopes.get(stack);
    for (const output of Object.values(stack.template.Outputs)) {
      if (!output.Export || !scope) continue;
      exported.set(z.string().parse(resolve(output.Export.Name, scope)), () => resolve(output.Value, scope));
    }
  }
  return exported;
}

/** Loads the resources of an assembly; throws for a resource type or intrinsic function that is not on the allow-list. */
export function loadTemplate(options: TemplateOptions): LoadedTemplate {
  const assembly: Assembly = readAssembly(options.directory);
  const stacks = assembly.stacks.filter((stack) => !options.stacks || options.stacks.includes(stack.name));
  const importValue = (name: string): unknown => {
    const value = exported.get(name);
    if (!value) throw new Error(`no loaded stack exports ${name}`);
    return value();
  };
  const scopes = new Map(stacks.map((stack) => [stack, scopeOf(stack, options, importValue)]));
  const exported = exportsOf(stacks, scopes);
  const resources: TemplateResource[] = [];
  for (const [stack, scope] of scopes) {
    for (const [logicalId, { Type, Properties }] of Object.entries(stack.template.Resources)) {
      if (!isServed(Type, `${stack.name}/${logicalId}`) && !options.inert?.includes(Type)) continue;
      const { name, ref, arn } = scope.named(logicalId);
      const properties = z.record(z.string(), z.unknown()).parse(resolve(Properties, scope));
      resources.push({ type: Type, logicalId, stackName: stack.name, name, ref, arn, properties });
    }
  }
  return { assets: assembly.assets, ofType: (...types) => resources.filter(({ type }) => types.includes(type)) };
}
