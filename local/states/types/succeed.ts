import type { SucceedState } from '../definition.ts';
import { type Exit, leaveState } from '../exit.ts';
import type { Frame } from '../frame.ts';
import { payloadOf } from '../payload.ts';

/** Ends its branch with its Output, or its input. */
export function runSucceed(frame: Frame, state: SucceedState): Promise<Exit> {
  const { Assign, Output } = state;
  return leaveState(frame, 'Succeed', { Assign, Output }, { fallback: frame.current?.input ?? payloadOf({}) });
}
