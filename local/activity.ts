import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity } from './ports.ts';

/** An activity tracker that can be asked whether anything is going on. */
export interface ActivityTracker extends Activity {
  /** Pieces of work begun since the start; grows only. */
  begun(): number;
  /** Labels of the work going on, one each. */
  running(): string[];
  /** Resolves at the next moment without any work going on. */
  quiet(): Promise<void>;
}

/** Makes a tracker that counts the pieces of work going on. */
export function createActivity(): ActivityTracker {
  const running = new Map<number, string>();
  let waiting: (() => void)[] = [];
  let begun = 0;
  return {
    begin(label) {
      const id = begun++;
      running.set(id, label);
      return () => {
        running.delete(id);
        if (running.size > 0) return;
        const woken = waiting;
        waiting = [];
        for (const wake of woken) wake();
      };
    },
    begun: () => begun,
    running: () => [...running.values()],
    quiet: () => (running.size === 0 ? Promise.resolve() : new Promise((wake) => waiting.push(wake))),
  };
}

/** What besides the tracker must be at rest. */
export interface IdleProbe {
  readonly activity: ActivityTracker;
  /** One fresh poll of every stream, what it finds delivered. */
  readonly pollStreams: () => Promise<void>;
  /** Whether a timer of the driven clock is due and has not fired. */
  readonly timerIsDue: () => boolean;
}

async function settle({ activity, pollStreams, timerIsDue }: IdleProbe, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await activity.quiet();
    const begun = activity.begun();
    const polled = await pollStreams().then(
      () => true,
      () => false,
    );
    // Work that has just been told to begin gets its turn; a database that does not answer is asked again.
    await sleep(polled ? 0 : 50);
    if (polled && activity.begun() === begun && activity.running().length === 0 && !timerIsDue()) return;
  }
}

/** Waits until nothing is due now; false when that has not happened within `timeoutMs` real milliseconds. */
export async function whenIdle(probe: IdleProbe, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const late = new Promise<false>((answer) => {
    timer = setTimeout(() => {
      over = true;
      answer(false);
    }, timeoutMs);
  });
  const idle = await Promise.race([settle(probe, () => over).then(() => !over), late]);
  clearTimeout(timer);
  return idle;
}
