import { ConflictException, CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler';
import { normalInstant, plus } from '#domain/instant';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from '../ports/workflow.ts';
import { sha256 } from './crypto.ts';

interface TimerSettings {
  readonly client: SchedulerClient;
  readonly group: string;
  readonly role: string;
  readonly target: string;
  readonly clock: Clock;
}

const LONGEST_NAME = 64;

/** One-off timers on EventBridge Scheduler, gone once they have fired. */
export class SchedulerTimers implements Timers {
  readonly #settings: TimerSettings;

  constructor(settings: TimerSettings) {
    this.#settings = settings;
  }

  async schedule(name: string, at: string, payload: Readonly<Record<string, string>>): Promise<void> {
    const { client, group, role, target } = this.#settings;
    try {
      await client.send(
        new CreateScheduleCommand({
          Name: fittedName(name),
          GroupName: group,
          ScheduleExpression: `at(${this.#wholeSecond(at)})`,
          ScheduleExpressionTimezone: 'UTC',
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: { Arn: target, RoleArn: role, Input: JSON.stringify(payload) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
    }
  }

  /** Never before `at`, and never in the past, which the scheduler refuses. */
  #wholeSecond(at: string): string {
    const soonest = plus(this.#settings.clock.now(), { minutes: 1 });
    const due = normalInstant(at);
    const [, latest = due] = [due, soonest].toSorted();
    return plus(latest, { milliseconds: 999 }).slice(0, 19);
  }
}

/** Schedules' names hold at most 64 letters, digits, `-`, `_` and `.`; a longer one ends in a hash of itself. */
function fittedName(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '-');
  return plain === name && name.length <= LONGEST_NAME ? name : `${plain.slice(0, 47)}-${sha256(name).slice(0, 16)}`;
}
