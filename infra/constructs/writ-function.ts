import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Need } from '../../functions/ports/needs.ts';
import type { StageConfig } from '../config.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { World } from './grant-blocks.ts';
import { grantOf } from './grants.ts';

/** Props of `WritFunction`. */
export interface WritFunctionProps {
  readonly config: StageConfig;
  /** The folder below `functions/`, joined by dashes: also the folder of the entry below `dist/`. */
  readonly name: string;
  /** What the function may use; its settings and its role come from nothing else. */
  readonly needs: readonly Need[];
  readonly world: World;
  /** A fixed name, for a function that a policy must name before it exists. @default a generated one */
  readonly functionName?: string;
  /** @default 30 seconds */
  readonly timeout?: Duration;
}

const MEMORY_MEGABYTES = 512;
/** One asset for all functions: each starts at its own entry, and what they share is stored and hashed once. */
const BUNDLES = join(import.meta.dirname, '..', '..', 'dist');

/** One Lambda function of Writ: its bundle, its own role with exactly its actions, its own log group. */
export class WritFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: WritFunctionProps) {
    super(scope, id);
    const { config, name, world } = props;
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: config.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(role);
    const grants = props.needs.map((need) => grantOf(need, world));
    for (const statement of grants.flatMap(({ statements }) => statements)) role.addToPolicy(statement);
    for (const { resource, reason } of grants.flatMap(({ wildcards }) => wildcards)) {
      acknowledgeWildcard(role, resource, reason);
    }
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: `${name}/index.handler`,
      code: Code.fromAsset(BUNDLES),
      memorySize: MEMORY_MEGABYTES,
      timeout: props.timeout ?? Duration.seconds(30),
      role,
      logGroup: this.logGroup,
      functionName: props.functionName,
      environment: Object.assign({}, ...grants.map(({ environment }) => environment)),
    });
  }
}
