import { describe, expect, it } from 'vitest';
import { compareHistories } from '../../../scripts/conformance/compare.ts';
import { parseRecordings, type Recording } from '../../../scripts/conformance/recording.ts';
import { runRecording } from '../../../scripts/conformance/run-recording.ts';
import { checkConformance } from '../../../scripts/conformance.ts';

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:work_uid';
const details = { truncated: false };

/** Histories of our own, written by hand in the form of the recordings. */
const task: Recording = parseRecordings(
  JSON.stringify({
    name: 'task',
    definition: {
      QueryLanguage: 'JSONata',
      StartAt: 'Do',
      States: {
        Do: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: arn, Payload: '{% $states.input %}' },
          Assign: { n: '{% $states.result.Payload.n %}', o: '{% {"k": $states.result.Payload.n} %}' },
          Output: [1, '{% $states.result.Payload.n %}'],
          End: true,
        },
      },
    },
    input: { caseId: 'fixed', flag: false, where: 'place_uid' },
    history: [
      {
        id: 1,
        previousEventId: 0,
        timestamp: 'timestamp',
        type: 'ExecutionStarted',
        executionStartedEventDetails: {
          input: { caseId: 'fixed', flag: false, where: 'table_name' },
          inputDetails: details,
          roleArn: 'snf_role_arn',
        },
      },
      {
        id: 2,
        previousEventId: 0,
        timestamp: 'timestamp',
        type: 'TaskStateEntered',
        stateEnteredEventDetails: {
          input: { caseId: 'fixed', flag: false, where: 'table_name' },
          inputDetails: details,
          name: 'Do',
        },
      },
      {
        id: 3,
        previousEventId: 2,
        timestamp: 'timestamp',
        type: 'TaskScheduled',
        taskScheduledEventDetails: {
          parameters: {
            FunctionName: 'arn:<partition>:lambda:<region>:111111111111:function:<lambda-function-name>',
            Payload: { caseId: 'fixed', flag: false, where: 'table_name' },
          },
          region: '<region>',
          resource: 'invoke',
          resourceType: 'lambda',
        },
      },
      {
        id: 4,
        previousEventId: 3,
        timestamp: 'timestamp',
        type: 'TaskStarted',
        taskStartedEventDetails: { resource: 'invoke', resourceType: 'lambda' },
      },
      {
        id: 5,
        previousEventId: 4,
        timestamp: 'timestamp',
        type: 'TaskSucceeded',
        taskSucceededEventDetails: {
          output: { Payload: { n: 3 } },
          outputDetails: details,
          resource: 'invoke',
          resourceType: 'lambda',
        },
      },
      {
        id: 6,
        previousEventId: 5,
        timestamp: 'timestamp',
        type: 'TaskStateExited',
        stateExitedEventDetails: {
          assignedVariables: { n: '3', o: { k: 3 } },
          assignedVariablesDetails: details,
          name: 'Do',
          output: '[1,3]',
          outputDetails: details,
        },
      },
      {
        id: 7,
        previousEventId: 6,
        timestamp: 'timestamp',
        type: 'ExecutionSucceeded',
        executionSucceededEventDetails: { output: '[1,3]', outputDetails: details },
      },
    ],
  }),
)[0]!;

type Change = (history: Record<string, unknown>[]) => void;
const inside =
  (index: number, path: string[], value: unknown): Change =>
  (history) => {
    let at = history[index] as Record<string, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
    const last = path.at(-1)!;
    if (value === undefined) delete at[last];
    else at[last] = value;
  };
const scheduled = ['taskScheduledEventDetails', 'parameters'];

const mutations: [string, Change][] = [
  ['an output changed', inside(6, ['executionSucceededEventDetails', 'output'], '[1,4]')],
  ['an output of the same value as a text', inside(5, ['stateExitedEventDetails', 'output'], '["1",3]')],
  ['a boolean turned', inside(1, ['stateEnteredEventDetails', 'input', 'flag'], true)],
  ['a text in the input changed', inside(0, ['executionStartedEventDetails', 'input', 'caseId'], 'other')],
  ['a state name changed', inside(5, ['stateExitedEventDetails', 'name'], 'Do2')],
  ['an event type changed', inside(3, ['type'], 'TaskSubmitted')],
  ['an id changed', inside(4, ['id'], 50)],
  ['a previous id changed', inside(4, ['previousEventId'], 3)],
  ['an event that follows itself', inside(3, ['previousEventId'], 4)],
  ['the timestamp word changed', inside(2, ['timestamp'], 'yesterday')],
  ['the timestamp taken away', inside(2, ['timestamp'], undefined)],
  ['a variable changed', inside(5, ['stateExitedEventDetails', 'assignedVariables', 'n'], '4')],
  ['an object variable changed', inside(5, ['stateExitedEventDetails', 'assignedVariables', 'o', 'k'], 4)],
  ['a variable dropped', inside(5, ['stateExitedEventDetails', 'assignedVariables', 'n'], undefined)],
  ['a parameter added', inside(2, [...scheduled, 'Extra'], 1)],
  ['a redacted word changed in one place', inside(1, ['stateEnteredEventDetails', 'input', 'where'], 'queue_name')],
  [
    'a redacted function name changed',
    inside(2, [...scheduled, 'FunctionName'], 'arn:<partition>:lambda:<region>:111111111111:function:mutated'),
  ],
  [
    'the service of an ARN changed',
    inside(
      2,
      [...scheduled, 'FunctionName'],
      'arn:<partition>:sqs:<region>:111111111111:function:<lambda-function-name>',
    ),
  ],
  ['the region word changed', inside(2, ['taskScheduledEventDetails', 'region'], 'moon')],
  ['the role changed', inside(0, ['executionStartedEventDetails', 'roleArn'], 'nobody')],
  ['a truncation flag turned', inside(4, ['taskSucceededEventDetails', 'outputDetails', 'truncated'], true)],
  ['a resource type changed', inside(3, ['taskStartedEventDetails', 'resourceType'], 'sqs')],
  ['a task result changed', inside(4, ['taskSucceededEventDetails', 'output', 'Payload', 'n'], 9)],
  ['an event dropped', (history) => history.splice(3, 1)],
  ['the last event dropped', (history) => history.pop()],
  ['an event added', (history) => history.splice(3, 0, structuredClone(history[3]!))],
  ['two events in another order', (history) => history.splice(3, 2, history[4]!, history[3]!)],
  [
    'the status changed',
    (history) =>
      history.splice(6, 1, {
        id: 7,
        previousEventId: 6,
        timestamp: 'timestamp',
        type: 'ExecutionFailed',
        executionFailedEventDetails: {},
      }),
  ],
];

describe('the conformance check', () => {
  it('finds a history identical that the engine gives', async () => {
    const lines: string[] = [];
    const summary = await checkConformance([task], (line) => lines.push(line));
    expect(lines).toEqual([]);
    expect(summary).toEqual({ total: 1, identical: 1, sameStatus: 1, different: [] });
  });

  it.each(mutations)('reports %s', async (_, change) => {
    const mutated = structuredClone(task);
    change(mutated.history);
    const comparison = compareHistories(mutated, await runRecording(mutated));
    expect(comparison.identical).toBe(false);
    expect(comparison.differences.length).toBeGreaterThan(0);
  });

  it('says that the status differs when the last event ends otherwise', async () => {
    const mutated = structuredClone(task);
    mutations.at(-1)![1](mutated.history);
    expect(compareHistories(mutated, await runRecording(mutated)).sameStatus).toBe(false);
  });

  it('names the line of a file that is no recording', () => {
    expect(() => parseRecordings(`${JSON.stringify(task)}\n{"name":1}\n`)).toThrow('Line 2');
  });
});
