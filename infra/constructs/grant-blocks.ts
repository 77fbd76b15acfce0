import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { AUTHORITY_PREFIX } from '#domain/authority';
import { COUNTER_PREFIX } from '../../functions/ports/throttle.ts';
import type { StorageStack } from '../stacks/storage-stack.ts';
import type { DeploymentParameters } from './deployment-parameters.ts';

/** What needs are resolved against. */
export interface World {
  readonly stack: Stack;
  readonly storage: StorageStack;
  readonly parameters: DeploymentParameters;
  /** Names fixed by the stage, so that policies and machines need not refer to each other. */
  readonly removalMachineName: string;
  readonly pagingMachineName: string;
  readonly mailConfigurationSetName: string;
  readonly scheduleGroupName: string;
  readonly timerFunctionName: string;
  readonly timerRoleName: string;
  /** The issuer of access tokens. */
  readonly issuer: string;
}

/** The settings and the permissions that one need brings. */
export interface Grant {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  /** Each resource with a wildcard, and why it has one. */
  readonly wildcards: readonly { readonly resource: string; readonly reason: string }[];
}

/** Make one-off timers that wake the timer function under the scheduler's role. */
export function timers(world: World): Grant {
  const role = arn(world, 'iam', `role/${world.timerRoleName}`, '');
  const pass = new PolicyStatement({
    actions: ['iam:PassRole'],
    resources: [role],
    conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
  });
  return join(
    settings({
      SCHEDULE_GROUP: world.scheduleGroupName,
      SCHEDULE_ROLE: role,
      SCHEDULE_TARGET: arn(world, 'lambda', `function:${world.timerFunctionName}`),
    }),
    allow(
      ['scheduler:CreateSchedule'],
      [arn(world, 'scheduler', `schedule/${world.scheduleGroupName}/*`)],
      'timers are named after cases; their group holds nothing else',
    ),
    { environment: {}, statements: [pass], wildcards: [] },
  );
}

/** The names of the tables. */
export function caseTables({ storage }: World): Grant {
  const { cases, audit, keys } = storage.tables;
  return settings({ CASE_TABLE: cases.tableName, AUDIT_TABLE: audit.tableName, KEY_TABLE: keys.tableName });
}

/** Update the counters of senders in the case table, and no other item of it. */
export function counting({ storage }: World): Grant {
  const update = new PolicyStatement({
    actions: ['dynamodb:UpdateItem'],
    resources: [storage.tables.cases.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${COUNTER_PREFIX}*`] } },
  });
  return { environment: {}, statements: [update], wildcards: [] };
}

/** Look up the register of authorities in the case table, and no other item of it. */
export function registered({ storage }: World): Grant {
  const read = new PolicyStatement({
    actions: ['dynamodb:GetItem'],
    resources: [storage.tables.cases.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${AUTHORITY_PREFIX}*`] } },
  });
  return { environment: {}, statements: [read], wildcards: [] };
}

/** Unwrap keys that exist. */
export function unwrapping({ storage }: World): Grant {
  const { keys } = storage.tables;
  return join(
    settings({ KEY_TABLE: keys.tableName, WRAPPING_KEY: storage.wrappingKey.keyArn }),
    allow(['dynamodb:GetItem', 'dynamodb:Query'], [keys.tableArn]),
    allow(['kms:Decrypt'], [storage.wrappingKey.keyArn]),
  );
}

/** Make keys and record them. */
export function wrapping({ storage }: World): Grant {
  const { keys } = storage.tables;
  return join(
    settings({ KEY_TABLE: keys.tableName, WRAPPING_KEY: storage.wrappingKey.keyArn }),
    allow(['dynamodb:PutItem'], [keys.tableArn]),
    allow(['kms:GenerateDataKey'], [storage.wrappingKey.keyArn]),
  );
}

/** The bucket of encrypted documents. */
export function documents({ storage }: World): Grant {
  return settings({ DOCUMENT_BUCKET: storage.documents.bucketName });
}

/** The bucket under Object Lock. */
export function evidence({ storage }: World): Grant {
  return settings({ EVIDENCE_BUCKET: storage.evidence.bucketName });
}

/** The ARNs of the machines. */
export function machines(world: World): Grant {
  return settings({
    LEGAL_REMOVAL_MACHINE: machineArn(world, world.removalMachineName),
    PAGING_MACHINE: machineArn(world, world.pagingMachineName),
  });
}

/** Both machines. */
export function machineArns(world: World): string[] {
  return [machineArn(world, world.removalMachineName), machineArn(world, world.pagingMachineName)];
}

/** A machine by its fixed name. */
export function machineArn(world: World, name: string): string {
  return arn(world, 'states', `stateMachine:${name}`);
}

/** All executions of a machine. */
export function executionArn(world: World, name: string): string {
  return arn(world, 'states', `execution:${name}:*`);
}

/** An ARN of this account, and of this region unless another is given. */
export function arn({ stack }: World, service: string, resource: string, region?: string): string {
  return stack.formatArn({
    service,
    resource,
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
    ...(region !== undefined && { region }),
  });
}

/** Indexes of a table. */
export function indexes(tableArn: string, names: readonly string[]): string[] {
  return names.map((name) => `${tableArn}/index/${name}`);
}

/** Settings without a permission. */
export function settings(environment: Readonly<Record<string, string>>): Grant {
  return { environment, statements: [], wildcards: [] };
}

/** A permission without a setting; a wildcard among the resources needs a reason. */
export function allow(actions: string[], resources: string[], wildcardReason?: string): Grant {
  return {
    environment: {},
    statements: [new PolicyStatement({ actions, resources })],
    wildcards: wildcardReason === undefined ? [] : resources.map((resource) => ({ resource, reason: wildcardReason })),
  };
}

/** Several grants as one. */
export function join(...grants: readonly Grant[]): Grant {
  return {
    environment: Object.assign({}, ...grants.map(({ environment }) => environment)),
    statements: grants.flatMap(({ statements }) => statements),
    wildcards: grants.flatMap(({ wildcards }) => wildcards),
  };
}
