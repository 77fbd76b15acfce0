import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SchedulerTimers } from '#adapters/scheduler-timers';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import type { Timers } from '../ports/workflow.ts';

/** One-off timers. */
export function buildTimers(): Timers {
  const config = readConfig({
    SCHEDULE_GROUP: Setting.SCHEDULE_GROUP,
    SCHEDULE_ROLE: Setting.SCHEDULE_ROLE,
    SCHEDULE_TARGET: Setting.SCHEDULE_TARGET,
  });
  return new SchedulerTimers({
    client: new SchedulerClient({}),
    group: config.SCHEDULE_GROUP,
    role: config.SCHEDULE_ROLE,
    target: config.SCHEDULE_TARGET,
    clock: systemClock,
  });
}
