import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { InvocationResult, InvokeFunction, LocalClock, ServiceHandler } from '../ports.ts';
import { jsonResponse } from '../services/responses.ts';
import type { LoadedTemplate } from '../template/template.ts';
import type { ListenerHandler } from './listener.ts';
import { toEvent, toResponse } from './payload.ts';
import { createRouteTable } from './route-table.ts';

/** The longest body that the gateway takes, in bytes. */
export const largestRequest = 10 * 1024 * 1024;

const Integration = z.object({
  IntegrationType: z.enum(['AWS_PROXY', 'HTTP_PROXY']),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0').or(z.literal('1.0')).optional(),
  TimeoutInMillis: z.number().max(30_000).default(30_000),
});
type Integration = z.infer<typeof Integration>;
const Route = z.object({ RouteKey: z.string(), Target: z.string() });

/** What the gateway needs from the runtime. */
export interface GatewayOptions {
  readonly template: LoadedTemplate;
  readonly clock: LocalClock;
  readonly invoke: InvokeFunction;
  /** Answers what a route proxies to the user pool's own domain (`https://….amazoncognito.com`). */
  readonly userPoolDomain: ServiceHandler;
}

function routesOf(template: LoadedTemplate): Map<string, Integration> {
  const integrations = new Map(
    template
      .ofType('AWS::ApiGatewayV2::Integration')
      .map(({ ref, properties }) => [ref, Integration.parse(properties)]),
  );
  const routes = new Map<string, Integration>();
  for (const { name, properties } of template.ofType('AWS::ApiGatewayV2::Route')) {
    const { RouteKey, Target } = Route.parse(properties);
    const integration = integrations.get(Target.replace(/^integrations\//, ''));
    if (!integration) throw new Error(`${name}: no integration ${Target}`);
    routes.set(RouteKey, integration);
  }
  return routes;
}

/** Runs the function; undefined when it has not answered in time (it goes on running, as on AWS). */
async function within(work: Promise<InvocationResult>, timeoutMs: number): Promise<InvocationResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Makes the HTTP API of the template: its routes to its functions by payload format 2.0, with the gateway's own refusals. */
export function createGateway({ template, clock, invoke, userPoolDomain }: GatewayOptions): ListenerHandler {
  const find = createRouteTable(routesOf(template));
  return async (request) => {
    const route = find(request.method, request.path);
    if (!route) return jsonResponse(404, { message: 'Not Found' });
    const { IntegrationType, IntegrationUri, TimeoutInMillis } = route.target;
    if (IntegrationType === 'HTTP_PROXY') {
      const target = new URL(IntegrationUri);
      if (!target.hostname.endsWith('.amazoncognito.com')) return jsonResponse(502, { message: 'Bad Gateway' });
      return userPoolDomain({ ...request, path: target.pathname });
    }
    const event = toEvent(request, { ...route, requestId: randomUUID(), at: clock.now() });
    const result = await within(invoke(IntegrationUri, event), TimeoutInMillis);
    if (!result) return jsonResponse(503, { message: 'Service Unavailable' });
    const response = result.kind === 'succeeded' ? toResponse(result.payload) : undefined;
    return response ?? jsonResponse(500, { message: 'Internal Server Error' });
  };
}
