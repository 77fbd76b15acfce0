import type { Activity, LocalClock } from '../ports.ts';
import type { TaskTokens } from './tasks/tokens.ts';

/** What the engine asks a task to do. */
export interface TaskRequest {
  readonly resource: string;
  readonly parameters: unknown;
  readonly taskToken: string | undefined;
  readonly executionArn: string;
  readonly state: string;
}

/** What came of a task: its output, or the error under the name that Retry and Catch see. */
export type TaskOutcome =
  | { readonly kind: 'succeeded'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly error: string | undefined; readonly cause: string | undefined }
  | {
      readonly kind: 'timed-out';
      readonly error: string;
      readonly cause: string | undefined;
      readonly heartbeat: boolean;
    };

/** Runs the work behind a Task state. */
export type TaskRunner = (request: TaskRequest) => Promise<TaskOutcome>;

/** What the states need from the engine around them. */
export interface EngineServices {
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly runTask: TaskRunner;
  readonly tokens: TaskTokens;
  /** A number from 0 up to but without 1, for jitter. */
  readonly random: () => number;
  readonly append: (execution: number, line: string) => void;
  readonly durable: () => Promise<void>;
}
