import type { Catcher, Retrier } from './definition.ts';
import type { StateFailure } from './errors.ts';
import type { RetryMemory } from './snapshot.ts';

/** Errors that only their own name catches (DataLimitExceeded) or that nothing catches (Runtime). */
const TERMINAL = new Set(['States.DataLimitExceeded', 'States.Runtime']);
const DEFAULT_INTERVAL_SECONDS = 1;
const DEFAULT_MAX_ATTEMPTS = 3;
const DEFAULT_BACKOFF_RATE = 2;

/**
 * Whether an ErrorEquals list matches a failure. From the Step Functions guide, "Handling errors": States.ALL matches
 * every known name but not States.DataLimitExceeded or States.Runtime; States.TaskFailed matches any error except
 * States.Timeout; States.Runtime can be neither retried nor caught.
 */
export function matchesError(errorEquals: readonly string[], failure: StateFailure): boolean {
  const names = failure.error === undefined ? failure.aliases : [failure.error, ...failure.aliases];
  if (names.includes('States.Runtime')) return false;
  return errorEquals.some((pattern) => {
    if (names.includes(pattern)) return true;
    if (names.some((name) => TERMINAL.has(name))) return false;
    if (pattern === 'States.ALL') return true;
    return pattern === 'States.TaskFailed' && !names.includes('States.Timeout');
  });
}

/** The next try that a Retry list allows after a failure, or undefined. `random` serves full jitter. */
export function decideRetry(
  retriers: readonly Retrier[] | undefined,
  failure: StateFailure,
  memory: RetryMemory,
  at: { readonly now: number; readonly random: () => number },
): RetryMemory | undefined {
  const index = (retriers ?? []).findIndex((retrier) => matchesError(retrier.ErrorEquals, failure));
  const retrier = retriers?.[index];
  if (retrier === undefined) return undefined;
  const used = memory.counts[index] ?? 0;
  if (used >= (retrier.MaxAttempts ?? DEFAULT_MAX_ATTEMPTS)) return undefined;
  const counts = Array.from(
    { length: retriers?.length ?? 0 },
    (_, at) => (memory.counts[at] ?? 0) + (at === index ? 1 : 0),
  );
  const delay = delaySeconds(retrier, used) * (retrier.JitterStrategy === 'FULL' ? at.random() : 1);
  return { counts, total: memory.total + 1, dueAt: at.now + Math.round(delay * 1000) };
}

/** The first Catch entry that matches, with its index. */
export function findCatcher(
  catchers: readonly Catcher[] | undefined,
  failure: StateFailure,
): { readonly catcher: Catcher; readonly index: number } | undefined {
  const index = (catchers ?? []).findIndex((catcher) => matchesError(catcher.ErrorEquals, failure));
  const catcher = catchers?.[index];
  return catcher === undefined ? undefined : { catcher, index };
}

function delaySeconds(retrier: Retrier, used: number): number {
  const interval = retrier.IntervalSeconds ?? DEFAULT_INTERVAL_SECONDS;
  const delay = interval * (retrier.BackoffRate ?? DEFAULT_BACKOFF_RATE) ** used;
  return Math.min(delay, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
}
