import { Duration } from 'aws-cdk-lib';
import { Errors, JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * Defects and refusals: the same try gives the same answer, so there is none. First in the list, since the first
 * entry that names an error counts.
 */
export const NEVER_RETRIED: RetryProps = {
  errors: [
    'ContractBrokenError',
    'CaseNotFoundError',
    'TransitionRefusedError',
    'KeyErasedError',
    'UnknownLegalBasisError',
    'DecisionNotExecutableError',
    'RecordIncompleteError',
    'CannotCloseError',
  ],
  maxAttempts: 0,
};

/**
 * Too much at once, of one case or of the whole account: after 1 second, doubling up to a minute, twenty times, each
 * pause drawn at random up to its length: some seven minutes in all, so that a wave is waited for and parks no case.
 */
export const OVERLOAD = {
  errors: [
    'ContentionError',
    'Lambda.TooManyRequestsException',
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'SlowDown',
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 20,
  maxDelay: Duration.minutes(1),
  jitterStrategy: JitterType.FULL,
} as const satisfies RetryProps;

/**
 * What an outside service is to blame for: after 1 second, doubling up to a minute, six times, each
 * pause drawn at random up to its length.
 */
export const OUTSIDE_FAULTS: RetryProps = {
  errors: [
    'PlatformUnavailableError',
    'MailUnavailableError',
    'WebhookFailedError',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 6,
  maxDelay: Duration.minutes(1),
  jitterStrategy: JitterType.FULL,
};

/** Anything else a function may fail with (a killed process, a fault of the SDK): after 2 seconds, doubling, 4 times. */
export const UNKNOWN_FAULTS: RetryProps = {
  errors: [Errors.TASKS_FAILED],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxAttempts: 4,
  maxDelay: Duration.minutes(1),
  jitterStrategy: JitterType.FULL,
};

/** The retries of every task, in the order in which they are looked at. */
export const STEP_RETRIES: readonly RetryProps[] = [NEVER_RETRIED, OVERLOAD, OUTSIDE_FAULTS, UNKNOWN_FAULTS];
