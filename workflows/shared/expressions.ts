/** The case of an execution, from its input: there even when the first task has failed. */
export const CASE_ID = '{% $states.context.Execution.Input.caseId %}';
/** The run of an execution. */
export const RUN = '{% $states.context.Execution.Input.run %}';
/** The token of a task that waits. */
export const TASK_TOKEN = '{% $states.context.Task.Token %}';
/** The name of the error that a Catch sees. */
export const ERROR_NAME = '{% $states.errorOutput.Error %}';

/** A field of what a step gave. */
export function result(field: string): string {
  return `{% $states.result.Payload.${field} %}`;
}

/** A variable. */
export function variable(name: string): string {
  return `{% $${name} %}`;
}

/**
 * Whole seconds from entering the state until the instant `$wakeAt`, rounded up so that the instant has come when the
 * wait is over: at least 1, since 0 fails, and at most `most`.
 */
export function secondsUntilWake(most: number): string {
  const left = '($toMillis($wakeAt) - $toMillis($states.context.State.EnteredTime)) / 1000';
  return `{% $min([${most}, $max([1, $ceil(${left})])]) %}`;
}
