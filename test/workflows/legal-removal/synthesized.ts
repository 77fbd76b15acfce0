import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LEGAL_REMOVAL_STEPS, LegalRemovalWorkflow } from '../../../workflows/legal-removal/legal-removal-workflow.ts';

const ACCOUNT = 'arn:aws:lambda:eu-central-1:123456789012:function:';

/** A state of the definition, loosely. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into states of every type
export type AslState = Record<string, any>;

/** The definition as synthesized: its text, and its states by name. */
export interface Definition {
  readonly text: string;
  readonly startAt: string;
  readonly states: Readonly<Record<string, AslState>>;
}

/** Synthesizes the machine alone; the functions are named after their steps. */
export function synthesizeRemoval(): Definition {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Test');
  const functions = Object.fromEntries(
    LEGAL_REMOVAL_STEPS.map(({ step }) => [step, LambdaFunction.fromFunctionArn(stack, step, `${ACCOUNT}${step}`)]),
  );
  new LegalRemovalWorkflow(stack, 'Workflow', { functions, machineName: 'legal-removal' });
  const machines = Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine');
  const [machine] = Object.values(machines);
  const text = joined(machine?.['Properties'].DefinitionString);
  const { StartAt: startAt, States: states } = JSON.parse(text);
  return { text, startAt, states };
}

/** The step that a task calls. */
export function stepOf(state: AslState): string {
  return String(state['Arguments'].FunctionName).replace(ACCOUNT, '');
}

function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join } = value as { 'Fn::Join': [string, unknown[]] };
  return join[1].map((part) => (typeof part === 'string' ? part : 'aws')).join(join[0]);
}
