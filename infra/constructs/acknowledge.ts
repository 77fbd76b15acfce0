import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

const Reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => `<${Ref}>`),
  z
    .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform(({ 'Fn::GetAtt': path }) => `<${path.join('.')}>`),
  z.object({ 'Fn::ImportValue': z.string() }).transform(({ 'Fn::ImportValue': name }) => name),
]);
const Joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });

/** Acknowledges one finding of the AWS Solutions rule pack on the narrowest construct, with the reason for it. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason });
}

/** Acknowledges the wildcard in one resource of a policy, named as the rule pack names it. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  const named = flatten(Stack.of(construct).resolve(resource));
  acknowledge(construct, `IAM5[Resource::${named}]`, reason);
}

/** A resolved value in the rule pack's spelling: references in angle brackets, joins put together. */
function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const joined = Joined.safeParse(value);
  if (joined.success) return joined.data['Fn::Join'][1].map(flatten).join(joined.data['Fn::Join'][0]);
  return Reference.parse(value);
}
