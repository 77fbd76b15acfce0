import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnUserPool, CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  Code,
  FilterCriteria,
  FilterRule,
  Function as LambdaFunction,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';

/** What the fixture holds beside one route, function, table and stream. */
interface FixtureOptions {
  /** A two-stage state machine that the stream function starts. */
  readonly machine?: boolean;
  /** One more route, function and table. */
  readonly more?: boolean;
}

function addFunction(stack: Stack, id: string, handler: string, environment: Record<string, string>): LambdaFunction {
  return new LambdaFunction(stack, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: `index.${handler}`,
    code: Code.fromAsset(`${import.meta.dirname}/code`),
    timeout: Duration.seconds(2),
    environment,
  });
}

function addRoute(stack: Stack, api: CfnApi, routeKey: string, target: LambdaFunction): void {
  const id = `Route${routeKey.replace(/\W/g, '')}`;
  const integration = new CfnIntegration(stack, `${id}Integration`, {
    apiId: api.ref,
    integrationType: 'AWS_PROXY',
    integrationUri: target.functionArn,
    payloadFormatVersion: '2.0',
  });
  new CfnRoute(stack, id, { apiId: api.ref, routeKey, target: `integrations/${integration.ref}` });
}

function addTable(stack: Stack, id: string): TableV2 {
  return new TableV2(stack, id, {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    dynamoStream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: 'expiresAt',
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

function addMachine(stack: Stack, environment: Record<string, string>): StateMachine {
  const step = (id: string, handler: string): LambdaInvoke =>
    LambdaInvoke.jsonata(stack, `${id}Task`, {
      lambdaFunction: addFunction(stack, id, handler, environment),
      outputs: '{% $states.result.Payload %}',
    });
  return new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(step('FirstStep', 'firstStep').next(step('SecondStep', 'secondStep'))),
  });
}

/** Synthesizes the fixture in two stacks, as an app of its own; gives the assembly's folder. */
export function synthesizeFixture(outdir: string, { machine = false, more = false }: FixtureOptions = {}): string {
  const app = new App({ outdir, analyticsReporting: false });
  const stateful = new Stack(app, 'Stateful');
  const stack = new Stack(app, 'Stateless');
  const notes = addTable(stateful, 'Notes');
  const environment: Record<string, string> = { TABLE: notes.tableName };
  const pool = new CfnUserPool(stateful, 'Pool');
  new CfnUserPoolGroup(stateful, 'Leads', { userPoolId: pool.ref, groupName: 'lead' });
  const api = new CfnApi(stack, 'Api', { name: 'fixture', protocolType: 'HTTP' });
  new CfnStage(stack, 'Stage', { apiId: api.ref, stageName: '$default', autoDeploy: true });
  addRoute(stack, api, 'POST /notes/{id}', addFunction(stack, 'PutNote', 'putNote', environment));
  addRoute(stack, api, 'GET /notes/{id}', addFunction(stack, 'GetNote', 'getNote', environment));
  addFunction(stack, 'Misbehave', 'misbehave', environment);
  const machineArn = machine ? addMachine(stack, environment).stateMachineArn : '';
  const onRecord = addFunction(stack, 'OnRecord', 'onRecord', { ...environment, MACHINE: machineArn });
  onRecord.addEventSource(
    new DynamoEventSource(notes, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 2,
      onFailure: new SqsDlq(new Queue(stack, 'Failures')),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('OUTBOX#') } } },
        }),
      ],
    }),
  );
  if (more) {
    const others = addTable(stateful, 'Others');
    addRoute(stack, api, 'PUT /others/{id}', addFunction(stack, 'PutOther', 'putNote', { TABLE: others.tableName }));
  }
  app.synth();
  return outdir;
}
