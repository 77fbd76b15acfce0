import validate from 'asl-validator';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { IS_DONE, IS_OVER, NEXT_ROUND, STATUS } from '#workflows/paging/expressions';
import { PAGING_STEPS, PagingWorkflow } from '#workflows/paging/paging-workflow';
import { MOST_ROUNDS } from '../../../functions/paging/page-on-call/contract.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Retry?: readonly object[];
  readonly Catch?: readonly { readonly Next: string }[];
}

function synthesized() {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Test');
  const code = { code: Code.fromInline('x'), handler: 'index.handler', runtime: Runtime.NODEJS_22_X };
  const page = new LambdaFunction(stack, 'Page', code);
  new PagingWorkflow(stack, 'Paging', { functions: { 'page-on-call': page }, machineName: 'writ-paging' });
  const [machine] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  const parts: unknown[] = machine?.['Properties'].DefinitionString['Fn::Join'][1];
  const text = parts
    .map((part) => (typeof part === 'string' ? part : 'arn:aws:lambda:eu-central-1:1:function:page'))
    .join('');
  return {
    machine,
    definition: JSON.parse(text.replace('arn:arn:aws:lambda:eu-central-1:1:function:page:states', 'arn:aws:states')),
  };
}

async function evaluated(expression: string, variables: Record<string, unknown>): Promise<unknown> {
  return await jsonata(expression.replace(/^\{%|%\}$/g, '')).evaluate({}, variables);
}

describe('PagingWorkflow', () => {
  const { machine, definition } = synthesized();
  const states: Record<string, State> = definition.States;

  it('is a valid machine in JSONata with its fixed name and an end', () => {
    expect(validate(definition)).toMatchObject({ isValid: true });
    expect(definition).toMatchObject({ QueryLanguage: 'JSONata', TimeoutSeconds: expect.any(Number) });
    expect(machine?.['Properties'].StateMachineName).toBe('writ-paging');
    expect(definition.TimeoutSeconds).toBeGreaterThan(MOST_ROUNDS * 300);
  });

  it('tries a failed round again, and goes on to the next one when it fails for good', () => {
    expect(states['PageOnCall']?.Retry).toHaveLength(1);
    expect(states['PageOnCall']?.Catch).toMatchObject([{ Next: 'IsPageTakenUp' }]);
    expect(states['IsPageTakenUp']?.Default).toBe('WaitForAcknowledgement');
    expect(states['WaitForAcknowledgement']).toMatchObject({ Seconds: 300, Next: 'PageOnCall' });
  });

  it('stays well below the events that one execution may have, even when each round fails', () => {
    const perRound = 5 + 3 * 4 + 4;
    expect((MOST_ROUNDS + 1) * perRound).toBeLessThan(20_000);
  });

  it.each([
    [IS_DONE, { status: 'done' }, true],
    [IS_DONE, { status: 'unsent' }, false],
    [IS_OVER, { round: MOST_ROUNDS }, false],
    [IS_OVER, { round: MOST_ROUNDS + 1 }, true],
    [NEXT_ROUND, { round: 1 }, 2],
    [STATUS, { states: { result: { Payload: { status: 'waiting' } } } }, 'waiting'],
  ])('evaluates %s with %j to %j', async (expression, variables, expected) => {
    expect(await evaluated(expression, variables)).toBe(expected);
  });

  it('has a function for each of its steps', () => {
    expect(PAGING_STEPS.map(({ step }) => step)).toEqual(['page-on-call']);
    const stack = new Stack(new App({ analyticsReporting: false }), 'Test');
    expect(() => new PagingWorkflow(stack, 'Paging', { functions: {}, machineName: 'm' })).toThrow(TypeError);
  });
});
