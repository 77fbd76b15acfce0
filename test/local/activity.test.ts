import { describe, expect, it } from 'vitest';
import { createActivity, whenIdle } from '#local/activity';

const never = { pollStreams: async () => undefined, timerIsDue: () => false };

describe('whenIdle', () => {
  it('says yes when nothing is going on', async () => {
    expect(await whenIdle({ activity: createActivity(), ...never }, 1000)).toBe(true);
  });

  it('waits for the end of what is going on', async () => {
    const activity = createActivity();
    const end = activity.begin('work');
    let ended = false;
    setTimeout(() => {
      ended = true;
      end();
    }, 20);
    expect(await whenIdle({ activity, ...never }, 1000)).toBe(true);
    expect(ended).toBe(true);
  });

  it('says no when the time is over', async () => {
    const activity = createActivity();
    activity.begin('work');
    expect(await whenIdle({ activity, ...never }, 20)).toBe(false);
    expect(activity.running()).toEqual(['work']);
  });

  it('says no while a timer is due', async () => {
    expect(await whenIdle({ activity: createActivity(), ...never, timerIsDue: () => true }, 20)).toBe(false);
  });

  it('asks the streams again when they brought work', async () => {
    const activity = createActivity();
    let polls = 0;
    const pollStreams = async (): Promise<void> => {
      polls++;
      if (polls < 3) activity.begin('record')();
    };
    expect(await whenIdle({ activity, pollStreams, timerIsDue: () => false }, 1000)).toBe(true);
    expect(polls).toBe(3);
  });

  it('asks the streams again when they did not answer', async () => {
    let polls = 0;
    const pollStreams = async (): Promise<void> => {
      if (++polls === 1) throw new Error('no database');
    };
    expect(await whenIdle({ activity: createActivity(), pollStreams, timerIsDue: () => false }, 1000)).toBe(true);
    expect(polls).toBe(2);
  });
});
