import { RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { acknowledge } from './acknowledge.ts';
import type { WritFunction } from './writ-function.ts';

/** One route and the function behind it. */
export interface RouteTarget {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly target: WritFunction;
}

/** Props of `HttpRoutes`. */
export interface HttpRoutesProps {
  readonly config: StageConfig;
  readonly routes: readonly RouteTarget[];
  /** Answers every other path and method with a problem document. */
  readonly fallback: WritFunction;
}

/** Requests a second, and at once, that the gateway lets through in all; within, those that take from senders count each sender. */
export const GATEWAY_LIMIT = { rate: 500, burst: 1_000 } as const;

/** The HTTP interface: one function a route, its access log without query or body. */
export class HttpRoutes extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { config, routes, fallback }: HttpRoutesProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    for (const { method, path, target } of routes) this.#route(target, HttpRouteKey.with(path, HTTP_METHODS[method]));
    this.#route(fallback, HttpRouteKey.DEFAULT);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: GATEWAY_LIMIT.rate, burstLimit: GATEWAY_LIMIT.burst },
    });
    const logs = new LogGroup(this, 'AccessLog', {
      retention: config.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const resource = stage.node.defaultChild;
    if (resource instanceof CfnStage) {
      resource.accessLogSettings = { destinationArn: logs.logGroupArn, format: ACCESS_LOG_FORMAT };
    }
  }

  #route({ node, function: handler }: WritFunction, routeKey: HttpRouteKey): void {
    const route = new HttpRoute(this, `Route-${node.id}`, {
      httpApi: this.api,
      routeKey,
      integration: new HttpLambdaIntegration(`Integration-${node.id}`, handler, {
        payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      }),
    });
    acknowledge(
      route,
      'APIG4',
      'the function verifies the token itself: an authorizer has its own error bodies and 50 audiences',
    );
  }
}

const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.error.message',
});

const HTTP_METHODS = { GET: HttpMethod.GET, POST: HttpMethod.POST } as const;
