import { z } from 'zod';

const Affix = z.union([z.string(), z.object({ 'equals-ignore-case': z.string() })]);
const Matcher = z.union([
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({ prefix: Affix }),
  z.strictObject({ suffix: Affix }),
  z.strictObject({ 'equals-ignore-case': z.string() }),
  z.strictObject({ numeric: z.array(z.union([z.string(), z.number()])) }),
  z.strictObject({ 'anything-but': z.unknown() }),
]);
type Matcher = z.infer<typeof Matcher>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasAffix(kind: 'startsWith' | 'endsWith', affix: z.infer<typeof Affix>, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (typeof affix === 'string') return value[kind](affix);
  return value.toLowerCase()[kind](affix['equals-ignore-case'].toLowerCase());
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function isInRange(range: readonly (string | number)[], value: unknown): boolean {
  if (typeof value !== 'number') return false;
  for (let index = 0; index < range.length; index += 2) {
    const compare = comparisons[String(range[index])];
    if (!compare) throw new Error(`unknown numeric comparison ${range[index]}`);
    if (!compare(value, Number(range[index + 1]))) return false;
  }
  return true;
}

function matchesOne(matcher: Matcher, value: unknown): boolean {
  if ('exists' in matcher) return matcher.exists === (value !== undefined);
  if ('prefix' in matcher) return hasAffix('startsWith', matcher.prefix, value);
  if ('suffix' in matcher) return hasAffix('endsWith', matcher.suffix, value);
  if ('numeric' in matcher) return isInRange(matcher.numeric, value);
  if ('equals-ignore-case' in matcher) {
    return typeof value === 'string' && value.toLowerCase() === matcher['equals-ignore-case'].toLowerCase();
  }
  const refused = matcher['anything-but'];
  return value !== undefined && !matchesLeaf(Array.isArray(refused) ? refused : [refused], value);
}

/** Whether a value of an event matches one of a leaf's alternatives: literals or matchers. */
function matchesLeaf(alternatives: readonly unknown[], value: unknown): boolean {
  const values = Array.isArray(value) ? value : [value];
  return alternatives.some((alternative) => {
    if (!isObject(alternative)) return values.includes(alternative);
    const matcher = Matcher.parse(alternative);
    return values.some((one) => matchesOne(matcher, one));
  });
}

function matchesField(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return matchesLeaf(pattern, value);
  if (Array.isArray(value)) return value.some((one) => matchesEvent(pattern, one));
  return matchesEvent(pattern, value);
}

/**
 * Whether an event matches an EventBridge event pattern (also the language of event source filters): nested objects of
 * arrays of alternatives, `$or`, and the matchers exists, prefix, suffix, equals-ignore-case, numeric and anything-but.
 * Throws for another matcher.
 */
export function matchesEvent(pattern: unknown, event: unknown): boolean {
  if (!isObject(pattern)) throw new Error('an event pattern is an object whose leaves are arrays');
  const fields = isObject(event) ? event : {};
  return Object.entries(pattern).every(([key, part]) =>
    key === '$or' && Array.isArray(part)
      ? part.some((one) => matchesEvent(one, event))
      : matchesField(part, fields[key]),
  );
}
