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
 * What an outside service or another writer is to blame for: after 1 second, doubling up to a minute, six times, each
 * pause drawn at random up to its length.
 */
export const OUTSIDE_FAULTS: RetryProps = {
  errors: [
    'PlatformUnavailableError',
    'MailUnavailableError',
    'WebhookFailedError',
    'ContentionError',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.TooManyRequestsException',
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
export const STEP_RETRIES: readonly RetryProps[] = [NEVER_RETRIED, OUTSIDE_FAULTS, UNKNOWN_FAULTS];
