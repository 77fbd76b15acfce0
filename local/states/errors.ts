import type { RetryMemory } from './snapshot.ts';

/** A failure of a state under a name that Retry and Catch can match; the execution fails with it when nothing does. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly error: string | undefined;
  readonly failureCause: string | undefined;
  /** Other names under which Retry and Catch know it. */
  aliases: readonly string[] = [];
  /** The next try that the state's Retry allows, once that is decided. */
  retry: RetryMemory | undefined;
  /** Whether the event that tells of it is written and its next try decided. */
  recorded = false;

  constructor(error: string | undefined, failureCause: string | undefined) {
    super(`${error ?? 'failed'}: ${failureCause ?? ''}`);
    this.error = error;
    this.failureCause = failureCause;
  }
}

/** An expression that failed, returned nothing or the wrong type; becomes an EvaluationFailed event first. */
export class QueryEvaluationFailure extends StateFailure {
  readonly detail: string;
  readonly location: string | undefined;

  constructor(detail: string, location: string | undefined) {
    super('States.QueryEvaluationError', detail);
    this.detail = detail;
    this.location = location;
  }
}

/** Thrown inside a branch whose execution or parent state has ended: unwinds without leaving an event. */
export class BranchAborted extends Error {
  override readonly name = 'BranchAborted';
}

/** A definition that this engine does not take, with the reason in one sentence. */
export class InvalidDefinitionError extends Error {
  override readonly name = 'InvalidDefinitionError';
}

/** A refusal of the Step Functions API, by AWS's error name. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
