import { QueryEvaluationFailure } from './errors.ts';
import type { Frame } from './frame.ts';

/**
 * Writes the EvaluationFailed event of a failure, unless it is written, and gives the failure with AWS's full cause.
 * While a state is still being entered the event points to the one before the state (seen in AWS's histories).
 */
export function recordEvaluationFailure(
  frame: Frame,
  failure: QueryEvaluationFailure,
  hidden?: unknown,
  entering = frame.previous === frame.current?.enteredId,
): QueryEvaluationFailure {
  if (failure.recorded) return failure;
  const current = frame.current;
  const full = new QueryEvaluationFailure(`${causePrefix(frame)}${failure.detail}`, failure.location);
  const details: Record<string, unknown> = { cause: full.failureCause, error: full.error };
  if (full.location !== undefined) details['location'] = full.location;
  details['state'] = current?.name;
  frame.emit({ type: 'EvaluationFailed', details, hidden }, entering ? current?.entryPrevious : frame.previous);
  full.recorded = true;
  return full;
}

/** The words with which AWS begins the cause of what goes wrong inside a state. */
export function causePrefix(frame: Frame): string {
  const current = frame.current;
  return `An error occurred while executing the state '${current?.name}' (entered at the event id #${current?.enteredId}). `;
}
