const PATH = /^\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const OPERATORS = new Set(['and', 'or', 'in']);
const paths = new Map<string, readonly string[] | undefined>();

/**
 * The value of an expression that is nothing but a path such as `$states.input.caseId`, found without the interpreter.
 * Undefined when it is more than that, when something is missing, or when an array is met: those are JSONata's.
 */
export function plainPathValue(source: string, bindings: Readonly<Record<string, unknown>>): unknown {
  const path = pathOf(source);
  if (path === undefined) return undefined;
  let at: unknown = bindings;
  for (const name of path) {
    if (at === null || typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined;
    at = Reflect.get(at, name);
  }
  return Array.isArray(at) ? undefined : at;
}

function pathOf(source: string): readonly string[] | undefined {
  if (paths.has(source)) return paths.get(source);
  const names = PATH.test(source) ? source.slice(1).split('.') : undefined;
  const path = names?.some((name) => OPERATORS.has(name)) === true ? undefined : names;
  paths.set(source, path);
  return path;
}
