import { decoded } from '../services/responses.ts';

/** The route that a request goes to. */
export interface RouteMatch<T> {
  readonly routeKey: string;
  readonly target: T;
  /** Values of `{name}` and `{name+}`, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface Route<T> {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly target: T;
}

/** Smaller is more specific: literal text, then `{name}`, then `{name+}`. */
function rank(segment: string): number {
  if (!segment.startsWith('{')) return 0;
  return segment.endsWith('+}') ? 2 : 1;
}

function compare<T>(left: Route<T>, right: Route<T>): number {
  for (let index = 0; index < Math.max(left.segments.length, right.segments.length); index++) {
    const difference = rank(left.segments[index] ?? '{+}') - rank(right.segments[index] ?? '{+}');
    if (difference !== 0) return difference;
  }
  return Number(left.method === 'ANY') - Number(right.method === 'ANY');
}

function match<T>(route: Route<T>, method: string, segments: readonly string[]): Record<string, string> | undefined {
  if (route.method !== 'ANY' && route.method !== method) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of route.segments.entries()) {
    const given = segments[index];
    if (given === undefined || (given === '' && rank(expected) > 0)) return undefined;
    if (rank(expected) === 2) {
      parameters[expected.slice(1, -2)] = decoded(segments.slice(index).join('/'));
      return parameters;
    }
    if (rank(expected) === 1) parameters[expected.slice(1, -1)] = decoded(given);
    else if (expected !== decoded(given)) return undefined;
  }
  return route.segments.length === segments.length ? parameters : undefined;
}

/**
 * Makes the matcher of an HTTP API's routes by route key (`GET /a/{b}`, `ANY /{rest+}`, `$default`): the most specific
 * route wins, `$default` comes last.
 */
export function createRouteTable<T>(
  routes: ReadonlyMap<string, T>,
): (method: string, path: string) => RouteMatch<T> | undefined {
  const fallback = routes.get('$default');
  const table = [...routes]
    .filter(([routeKey]) => routeKey !== '$default')
    .map(([routeKey, target]): Route<T> => {
      const [method = '', path = ''] = routeKey.split(' ');
      return { routeKey, method, segments: path.slice(1).split('/'), target };
    })
    .sort(compare);
  return (method, path) => {
    const segments = path.slice(1).split('/');
    for (const route of table) {
      const parameters = match(route, method, segments);
      if (parameters) return { routeKey: route.routeKey, target: route.target, parameters };
    }
    return fallback === undefined ? undefined : { routeKey: '$default', target: fallback, parameters: {} };
  };
}
