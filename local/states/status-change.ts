import type { Execution } from './execution.ts';

/** The detail of an EventBridge event of the type "Step Functions Execution Status Change". Dates in epoch milliseconds. */
export interface StatusChange {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: string;
  readonly startDate: number;
  readonly stopDate: number | null;
  readonly input: string | null;
  readonly inputDetails: { readonly included: boolean };
  readonly output: string | null;
  readonly outputDetails: { readonly included: boolean } | null;
  readonly error: string | null;
  readonly cause: string | null;
}

/** The detail that AWS would send for an execution as it stands. */
export function statusChange(execution: Execution): StatusChange {
  const { start, output } = execution;
  return {
    executionArn: start.arn,
    stateMachineArn: start.machineArn,
    name: start.name,
    status: execution.status,
    startDate: start.startedAt,
    stopDate: execution.stoppedAt ?? null,
    input: start.inputText,
    inputDetails: { included: true },
    output: output?.text ?? null,
    outputDetails: output === undefined ? null : { included: true },
    error: execution.error ?? null,
    cause: execution.cause ?? null,
  };
}
