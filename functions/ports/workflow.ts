/** Executions of the workflows. */
export interface Executions {
  /** Starts run `run` of a case's workflow; an execution of that name already there counts as done. */
  startRun(caseId: string, run: number, stage: string): Promise<void>;
  /** Starts the paging workflow of a page; already there counts as done. */
  startPaging(caseId: string, pageId: string, reason: string): Promise<void>;
  /** Completes a waiting task; a token that is dead already is no error. */
  ring(token: string, output: unknown): Promise<void>;
  /** How run `run` stands; `absent` when it was never started or is forgotten. */
  status(caseId: string, run: number): Promise<'absent' | 'running' | 'succeeded' | 'failed'>;
  /** The ARN of run `run`. */
  arn(caseId: string, run: number): string;
  /** All events of a run in order, as the Step Functions API gives them, or null when it is forgotten. */
  history(caseId: string, run: number): Promise<readonly unknown[] | null>;
}

/** One-off timers outside an execution; the due row is the truth, the schedule only wakes. */
export interface Timers {
  /** Makes the schedule, or leaves the one of that name as it is. */
  schedule(name: string, at: string, payload: Readonly<Record<string, string>>): Promise<void>;
}
