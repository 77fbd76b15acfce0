import { randomBytes } from 'node:crypto';
import type { TaskOutcome } from '../services.ts';

/** An open task that waits for its token. */
export interface OpenToken {
  /** Records the outcome at once and lets the state go on. */
  readonly complete: (outcome: TaskOutcome) => void;
  /** Restarts the heartbeat period. */
  readonly heartbeat: () => void;
}

/** The tokens of the tasks that are open now. */
export class TaskTokens {
  private readonly open = new Map<string, OpenToken>();

  /** Makes a token for a task of an execution; the number inside tells a dead token from a foreign one. */
  mint(execution: number): string {
    return Buffer.from(`${execution}:${randomBytes(18).toString('base64')}`, 'utf8').toString('base64');
  }

  /** The execution number inside a token, or undefined for a text that this engine did not mint. */
  executionOf(token: string): number | undefined {
    const [number] = /^\d+(?=:[A-Za-z0-9+/]{24}$)/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
    return number === undefined ? undefined : Number(number);
  }

  /** Registers a waiting task. */
  register(token: string, task: OpenToken): void {
    this.open.set(token, task);
  }

  /** Forgets it. */
  drop(token: string): void {
    this.open.delete(token);
  }

  /** The open task of a token. */
  find(token: string): OpenToken | undefined {
    return this.open.get(token);
  }
}
