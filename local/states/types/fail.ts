import type { FailState } from '../definition.ts';
import { StateFailure } from '../errors.ts';
import type { Exit } from '../exit.ts';
import { evaluateTyped } from '../expressions/evaluate.ts';
import type { Frame } from '../frame.ts';

/** Fails its branch with its Error and Cause; both may be absent. */
export async function runFail(frame: Frame, state: FailState): Promise<Exit> {
  const bindings = frame.bindings({});
  const text = async (template: string | undefined, field: string) =>
    template === undefined ? undefined : String(await evaluateTyped(template, field, 'string', bindings));
  const error = await text(state.Error, 'Error');
  throw new StateFailure(error, await text(state.Cause, 'Cause'));
}
