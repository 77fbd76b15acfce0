import * as z from 'zod';
import { InvalidDefinitionError } from './errors.ts';
import { compile, expressionOf, isExpression } from './expressions/compile.ts';

const Template = z.unknown();
const Assign = z.record(z.string(), z.unknown());
const Language = z.enum(['JSONata', 'JSONPath']);

const Retrier = z.looseObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.number().optional(),
  MaxAttempts: z.number().int().min(0).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.number().positive().optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).optional(),
});
/** One entry of a Retry list. */
export type Retrier = z.infer<typeof Retrier>;

const Catcher = z.looseObject({
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  Assign: Assign.optional(),
  Output: Template.optional(),
});
/** One entry of a Catch list. */
export type Catcher = z.infer<typeof Catcher>;

const common = {
  Comment: z.string().optional(),
  QueryLanguage: Language.optional(),
  Assign: Assign.optional(),
  Output: Template.optional(),
};
const flow = { Next: z.string().optional(), End: z.boolean().optional() };
const handling = { Retry: z.array(Retrier).optional(), Catch: z.array(Catcher).optional() };
const ValueOrExpression = z.union([z.number(), z.string()]);

const Branch = z.looseObject({
  StartAt: z.string(),
  get States(): z.ZodRecord<z.ZodString, typeof State> {
    return z.record(z.string(), State);
  },
});

const Pass = z.looseObject({ Type: z.literal('Pass'), ...common, ...flow });
const Succeed = z.looseObject({ Type: z.literal('Succeed'), ...common });
const Fail = z.looseObject({
  Type: z.literal('Fail'),
  ...common,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
const Wait = z.looseObject({
  Type: z.literal('Wait'),
  ...common,
  ...flow,
  Seconds: ValueOrExpression.optional(),
  Timestamp: z.string().optional(),
});
const Choice = z.looseObject({
  Type: z.literal('Choice'),
  ...common,
  Choices: z.array(
    z.looseObject({
      Condition: z.union([z.boolean(), z.string()]),
      Next: z.string(),
      Assign: Assign.optional(),
      Output: Template.optional(),
    }),
  ),
  Default: z.string().optional(),
});
const Task = z.looseObject({
  Type: z.literal('Task'),
  ...common,
  ...flow,
  ...handling,
  Resource: z.string(),
  Arguments: Template.optional(),
  TimeoutSeconds: ValueOrExpression.optional(),
  HeartbeatSeconds: ValueOrExpression.optional(),
  Credentials: Template.optional(),
});
const Parallel = z.looseObject({
  Type: z.literal('Parallel'),
  ...common,
  ...flow,
  ...handling,
  Arguments: Template.optional(),
  get Branches(): z.ZodArray<typeof Branch> {
    return z.array(Branch);
  },
});
const MapState = z.looseObject({
  Type: z.literal('Map'),
  ...common,
  ...flow,
  ...handling,
  Items: Template.optional(),
  ItemSelector: Template.optional(),
  MaxConcurrency: ValueOrExpression.optional(),
  ToleratedFailureCount: ValueOrExpression.optional(),
  ToleratedFailurePercentage: ValueOrExpression.optional(),
  get ItemProcessor(): typeof Branch {
    return Branch;
  },
});
const State = z.discriminatedUnion('Type', [Pass, Task, Choice, Wait, Succeed, Fail, Parallel, MapState]);
/** One state of a machine. */
export type State = z.infer<typeof State>;
/** A chain of states: a machine, a branch of a Parallel or the item processor of a Map. */
export type Branch = z.infer<typeof Branch>;
/** The states by type. */
export type PassState = z.infer<typeof Pass>;
export type TaskState = z.infer<typeof Task>;
export type ChoiceState = z.infer<typeof Choice>;
export type WaitState = z.infer<typeof Wait>;
export type SucceedState = z.infer<typeof Succeed>;
export type FailState = z.infer<typeof Fail>;
export type ParallelState = z.infer<typeof Parallel>;
export type MapState = z.infer<typeof MapState>;

const Machine = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), State),
  QueryLanguage: Language.optional(),
  TimeoutSeconds: z.number().positive().optional(),
});
/** A parsed state machine definition. */
export type Machine = z.infer<typeof Machine>;

const JSONPATH_FIELDS = [
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'ItemsPath',
];

/**
 * Parses an Amazon States Language definition. Throws InvalidDefinitionError when it is malformed, points to a state
 * that is not there, or has a state that resolves to JSONPath, which this engine does not run.
 */
export function parseDefinition(text: string): Machine {
  const parsed = Machine.safeParse(readJson(text));
  if (!parsed.success) throw new InvalidDefinitionError(`SCHEMA_VALIDATION_FAILED: ${z.prettifyError(parsed.error)}`);
  checkBranch(parsed.data, parsed.data.QueryLanguage ?? 'JSONPath', '');
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidDefinitionError('INVALID_JSON_DESCRIPTION: the definition is not a JSON text');
  }
}

function checkBranch(branch: Branch, language: string, path: string): void {
  const known = (name: string, from: string) => {
    if (!Object.hasOwn(branch.States, name)) {
      throw new InvalidDefinitionError(
        `MISSING_TRANSITION_TARGET: '${name}', named at ${path}/${from}, is not a state`,
      );
    }
  };
  known(branch.StartAt, 'StartAt');
  for (const [name, state] of Object.entries(branch.States)) {
    checkLanguage(name, state, state.QueryLanguage ?? language);
    for (const target of targets(state)) known(target, `States/${name}`);
    checkExpressions(state, `${path}/States/${name}`);
    for (const inner of inners(state)) checkBranch(inner, language, `${path}/States/${name}`);
  }
}

function checkLanguage(name: string, state: State, language: string): void {
  if (language !== 'JSONata') {
    throw new InvalidDefinitionError(
      `The state '${name}' resolves to the query language JSONPath; this engine runs JSONata only. ` +
        `Set "QueryLanguage": "JSONata" on the state or on the machine.`,
    );
  }
  const stray = JSONPATH_FIELDS.find((field) => Object.hasOwn(state, field));
  if (stray !== undefined) {
    throw new InvalidDefinitionError(
      `The field '${stray}' of the state '${name}' belongs to JSONPath, not to JSONata.`,
    );
  }
}

function targets(state: State): readonly string[] {
  const found: string[] = [];
  if ('Next' in state && typeof state.Next === 'string') found.push(state.Next);
  if (state.Type === 'Choice') {
    found.push(...state.Choices.map((rule) => rule.Next), ...(state.Default === undefined ? [] : [state.Default]));
  }
  if (state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map') {
    found.push(...(state.Catch ?? []).map((catcher) => catcher.Next));
  }
  return found;
}

function inners(state: State): readonly Branch[] {
  if (state.Type === 'Parallel') return state.Branches;
  if (state.Type === 'Map') return [state.ItemProcessor];
  return [];
}

/** Compiles each expression once, so that a text that is no JSONata is refused before any execution starts. */
function checkExpressions(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (!isExpression(value)) return;
    try {
      compile(expressionOf(value));
    } catch (error) {
      const message =
        error instanceof Error ? error.message : z.looseObject({ message: z.string() }).parse(error).message;
      throw new InvalidDefinitionError(`INVALID_EXPRESSION: ${message} at ${path}`);
    }
    return;
  }
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'States' && key !== 'Branches' && key !== 'ItemProcessor') checkExpressions(item, `${path}/${key}`);
  }
}
