import type { Branch } from './definition.ts';
import { StateFailure } from './errors.ts';
import { evaluateAssign, evaluateTemplate } from './expressions/evaluate.ts';
import type { Frame } from './frame.ts';
import { exceedsLimit, type Payload, payloadOf } from './payload.ts';

/** How a state was left: the state that follows, or none at the end of the branch, and the output. */
export interface Exit {
  readonly next: string | undefined;
  readonly output: Payload;
}

/** Where a branch starts or goes on. */
export interface Position {
  readonly state: string;
  readonly input: Payload;
}

/** Runs a chain of states to its end; given to the states that have chains inside. */
export type RunBranch = (frame: Frame, branch: Branch, from: Position) => Promise<Payload>;

/** The fields with which a state, a Choice rule or a Catch entry is left. */
export interface Leaving {
  readonly Assign?: Readonly<Record<string, unknown>> | undefined;
  readonly Output?: unknown;
  readonly Next?: string | undefined;
}

/**
 * Leaves the current state: evaluates Output and Assign side by side, checks their size, writes the StateExited event.
 * `prefix` names the place of the fields (empty, `Choices[0]/` or `Catch[0]/`); without Output the fallback goes on.
 */
export async function leaveState(
  frame: Frame,
  type: string,
  leaving: Leaving,
  options: {
    readonly prefix?: string;
    readonly result?: Readonly<Record<string, unknown>>;
    readonly fallback: Payload;
  },
): Promise<Exit> {
  const { prefix = '', result = {}, fallback } = options;
  let output = fallback;
  let assigned: Readonly<Record<string, unknown>> | undefined;
  if (leaving.Output !== undefined || leaving.Assign !== undefined) {
    const bindings = frame.bindings(result);
    if (leaving.Output !== undefined) {
      output = payloadOf(await evaluateTemplate(leaving.Output, `${prefix}Output`, bindings));
    }
    assigned = await evaluateAssign(leaving.Assign, `${prefix}Assign`, bindings);
  }
  const name = frame.current?.name ?? '';
  if (exceedsLimit(output.text)) throw tooLarge(`The state/task '${name}' returned a result`);
  const texts = assigned === undefined ? undefined : variableTexts(assigned, name);
  frame.emit({
    type: `${type}StateExited`,
    details: { name },
    payloads: { output: output.text },
    ...(texts === undefined || Object.keys(texts).length === 0 ? {} : { assigned: texts }),
    ...(leaving.Next === undefined ? {} : { next: leaving.Next }),
  });
  if (assigned !== undefined) frame.assign(assigned);
  return { next: leaving.Next, output };
}

/** AWS's terminal failure for data over 256 KiB; States.ALL does not match it. */
export function tooLarge(subject: string): StateFailure {
  return new StateFailure(
    'States.DataLimitExceeded',
    `${subject} with a size exceeding the maximum number of bytes service limit.`,
  );
}

function variableTexts(assigned: Readonly<Record<string, unknown>>, state: string): Record<string, string> {
  const texts: Record<string, string> = {};
  let total = 0;
  for (const [name, value] of Object.entries(assigned)) {
    const { text } = payloadOf(value);
    texts[name] = text;
    total += text.length;
  }
  if (total > 0 && exceedsLimit(Object.values(texts).join(''))) {
    throw tooLarge(`The state/task '${state}' assigned variables`);
  }
  return texts;
}
