import type { ChoiceState } from '../definition.ts';
import { StateFailure } from '../errors.ts';
import { causePrefix } from '../evaluation-failure.ts';
import { type Exit, leaveState } from '../exit.ts';
import { evaluateTyped } from '../expressions/evaluate.ts';
import type { Frame } from '../frame.ts';
import { payloadOf } from '../payload.ts';

/** Takes the first rule whose Condition is true, else the Default. No match and no Default is a States.Runtime error. */
export async function runChoice(frame: Frame, state: ChoiceState): Promise<Exit> {
  const fallback = frame.current?.input ?? payloadOf({});
  const bindings = frame.bindings({});
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]`;
    if ((await evaluateTyped(rule.Condition, `${field}/Condition`, 'boolean', bindings)) === true) {
      return leaveState(frame, 'Choice', rule, { prefix: `${field}/`, fallback });
    }
  }
  if (state.Default === undefined) {
    throw new StateFailure(
      'States.Runtime',
      `${causePrefix(frame)}Failed to transition out of the state. The state does not point to a next state.`,
    );
  }
  const { Assign, Output, Default: Next } = state;
  return leaveState(frame, 'Choice', { Assign, Output, Next }, { fallback });
}
