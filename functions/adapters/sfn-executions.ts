import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Executions } from '../ports/workflow.ts';

/** Executions on Step Functions; a case's run `n` is the execution `<caseId>-<n>`. */
export class SfnExecutions implements Executions {
  readonly #client: SFNClient;
  readonly #removalMachine: string;
  readonly #pagingMachine: string;

  constructor(client: SFNClient, machines: { readonly removal: string; readonly paging: string }) {
    this.#client = client;
    this.#removalMachine = machines.removal;
    this.#pagingMachine = machines.paging;
  }

  async startRun(caseId: string, run: number, stage: string): Promise<void> {
    await this.#start(this.#removalMachine, `${caseId}-${run}`, { caseId, run, stage });
  }

  async startPaging(caseId: string, pageId: string, reason: string): Promise<void> {
    await this.#start(this.#pagingMachine, pageId, { caseId, pageId, reason });
  }

  async ring(token: string, output: unknown): Promise<void> {
    try {
      await this.#client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
    } catch (error) {
      // The wait is over already: the next stage reads the record.
      const dead = error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;
      if (!dead) throw error;
    }
  }

  async status(caseId: string, run: number): Promise<'absent' | 'running' | 'succeeded' | 'failed'> {
    try {
      const { status } = await this.#client.send(new DescribeExecutionCommand({ executionArn: this.arn(caseId, run) }));
      if (status === 'RUNNING' || status === 'PENDING_REDRIVE') return 'running';
      return status === 'SUCCEEDED' ? 'succeeded' : 'failed';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return 'absent';
      throw error;
    }
  }

  arn(caseId: string, run: number): string {
    return `${this.#removalMachine.replace(':stateMachine:', ':execution:')}:${caseId}-${run}`;
  }

  async history(caseId: string, run: number): Promise<readonly unknown[] | null> {
    const events: unknown[] = [];
    let nextToken: string | undefined;
    try {
      do {
        const page = await this.#client.send(
          new GetExecutionHistoryCommand({ executionArn: this.arn(caseId, run), maxResults: 1_000, nextToken }),
        );
        events.push(...(page.events ?? []));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return events;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return null;
      throw error;
    }
  }

  async #start(machine: string, name: string, input: unknown): Promise<void> {
    try {
      await this.#client.send(
        new StartExecutionCommand({ stateMachineArn: machine, name, input: JSON.stringify(input) }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }
}
