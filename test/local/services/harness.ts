import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvocationResult } from '#local/ports';
import { type InvocationQueue, openInvocationQueue, type SendToQueue } from '#local/services/invocation-queue';
import { TestActivity, TestClock } from './listener.ts';

/** A queue of asynchronous calls whose function notes every call and fails as often as it is told. */
export interface Harness {
  readonly directory: string;
  readonly clock: TestClock;
  readonly activity: TestActivity;
  readonly queue: InvocationQueue;
  readonly calls: { name: string; payload: unknown }[];
  failures: number;
}

/** Makes a harness, in the directory of an earlier one to act as its restart. */
export async function harness(earlier?: Harness, sendToQueue?: SendToQueue): Promise<Harness> {
  const directory = earlier?.directory ?? (await mkdtemp(join(tmpdir(), 'writ-services-')));
  const now = earlier === undefined ? '2026-10-17T20:00:00Z' : new Date(earlier.clock.now()).toISOString();
  const clock = new TestClock(now);
  const activity = new TestActivity();
  const calls: Harness['calls'] = [];
  const invokeFunction = async (name: string, payload: unknown): Promise<InvocationResult> => {
    calls.push({ name, payload });
    if (result.failures === 0) return { kind: 'succeeded', payload: null };
    result.failures -= 1;
    return { kind: 'failed', errorType: 'TestError', errorMessage: 'told to fail', trace: [] };
  };
  const queue = await openInvocationQueue({ directory, clock, activity, invokeFunction, sendToQueue });
  const result: Harness = { directory, clock, activity, queue, calls, failures: 0 };
  return result;
}
