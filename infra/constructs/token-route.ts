import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Props of `TokenRoute`. */
export interface TokenRouteProps {
  readonly api: HttpApi;
  /** The token endpoint of the user pool's domain. */
  readonly tokenEndpoint: string;
}

/** `POST /oauth/token`: machine clients get their tokens where the interface is, from the user pool behind it. */
export class TokenRoute extends Construct {
  constructor(scope: Construct, id: string, { api, tokenEndpoint }: TokenRouteProps) {
    super(scope, id);
    const route = new HttpRoute(this, 'Route', {
      httpApi: api,
      routeKey: HttpRouteKey.with('/oauth/token', HttpMethod.POST),
      integration: new HttpUrlIntegration('Integration', tokenEndpoint, { method: HttpMethod.POST }),
    });
    acknowledge(route, 'APIG4', 'the user pool checks the credentials of the client itself');
  }
}
