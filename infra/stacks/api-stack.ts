import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { readEvidence } from '../../functions/http/evidence/contract.ts';
import { ROUTES } from '../../functions/http/routes.ts';
import type { StageConfig } from '../config.ts';
import { countLines } from '../constructs/counted-lines.ts';
import { DeploymentParameters } from '../constructs/deployment-parameters.ts';
import { pascalCase } from '../constructs/function-set.ts';
import type { World } from '../constructs/grant-blocks.ts';
import { HttpRoutes } from '../constructs/http-routes.ts';
import { Login } from '../constructs/login.ts';
import { TokenRoute } from '../constructs/token-route.ts';
import { WritFunction } from '../constructs/writ-function.ts';
import { stageNames } from '../names.ts';
import type { StorageStack } from './storage-stack.ts';

/** Props of `ApiStack`. */
export interface ApiStackProps extends StackProps {
  readonly config: StageConfig;
  readonly storage: StorageStack;
}

/** The HTTP interface, a function for each route, and the login. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { config, storage } = props;
    const parameters = new DeploymentParameters(this, 'Parameters');
    const login = new Login(this, 'Login', {
      config,
      publicUrl: parameters.publicUrl,
      domainPrefix: parameters.loginPrefix,
    });
    const world: World = { stack: this, storage, parameters, issuer: login.issuer, ...stageNames(config.stage) };
    const make = (folder: string, needs: WritNeeds): WritFunction =>
      new WritFunction(this, pascalCase(folder), { config, name: `http-${folder}`, needs, world });
    const routes = ROUTES.map(({ folder, contract: { operationId, method, path, needs } }) => ({
      operationId,
      method,
      path,
      target: make(folder, needs),
    }));
    const { api } = new HttpRoutes(this, 'Http', { config, routes, fallback: make('not-found', []) });
    for (const { operationId, target } of routes) {
      if (operationId === readEvidence.operationId) countLines(target.logGroup, config, 'AuditContradicted');
    }
    new TokenRoute(this, 'Token', { api, tokenEndpoint: login.tokenEndpoint });
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint });
  }
}

type WritNeeds = (typeof ROUTES)[number]['contract']['needs'];
