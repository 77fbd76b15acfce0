/** A quota of Step Functions that the way of a case passes. */
export interface WorkflowQuota {
  /** As Service Quotas names it. */
  readonly name: RegExp;
  /** What it bounds, in our words. */
  readonly bounds: string;
  /** The least that Writ is made for. */
  readonly least: number;
}

/**
 * The quotas that must not lie below AWS's defaults, on which the ways of a case are reckoned. Source: AWS Step
 * Functions Developer Guide, "Step Functions service quotas"
 * (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html): 1,000,000 open executions, and for
 * StartExecution and state transitions the lower of the defaults by region (150 and 800 a second). It also says that new
 * accounts begin with reduced state transition quotas.
 */
export const WORKFLOW_QUOTAS: readonly WorkflowQuota[] = [
  { name: /^StartExecution throttle token refill rate/i, bounds: 'starts of executions a second', least: 150 },
  { name: /^StateTransition throttle token refill rate/i, bounds: 'state transitions a second', least: 800 },
  { name: /^(?:Maximum number of )?open (?:workflow )?executions/i, bounds: 'open executions', least: 1_000_000 },
];
