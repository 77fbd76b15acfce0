import type { PassState } from '../definition.ts';
import { type Exit, leaveState } from '../exit.ts';
import type { Frame } from '../frame.ts';
import { payloadOf } from '../payload.ts';

/** Passes its input on, or its Output in place of it. */
export function runPass(frame: Frame, state: PassState): Promise<Exit> {
  return leaveState(frame, 'Pass', state, { fallback: frame.current?.input ?? payloadOf({}) });
}
