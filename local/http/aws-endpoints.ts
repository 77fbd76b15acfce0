import type { LocalClock, ServiceHandler } from '../ports.ts';
import { problemResponse } from '../services/responses.ts';
import { type ListenerHandler, under } from './listener.ts';

/**
 * Makes the handler of the AWS listener: the first part of the path names the service. Answers carry the driven
 * clock's date, as the SDK corrects its own clock by it.
 */
export function createAwsEndpoints(
  services: Readonly<Record<string, ServiceHandler>>,
  clock: LocalClock,
): ListenerHandler {
  return async (request) => {
    const [, name = ''] = request.path.split('/');
    const inner = under(`/${name}`, request);
    const service = Object.hasOwn(services, name) ? services[name] : undefined;
    if (!inner || !service) return problemResponse(404, `No AWS service is served at /${name}.`);
    const response = await service(inner);
    return { ...response, headers: { date: new Date(clock.now()).toUTCString(), ...response.headers } };
  };
}
