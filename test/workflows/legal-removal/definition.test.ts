import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseDefinition } from '#local/states/definition';
import { LEGAL_REMOVAL_STEPS } from '../../../workflows/legal-removal/legal-removal-workflow.ts';
import { type AslState, stepOf, synthesizeRemoval } from './synthesized.ts';

const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  isValid: boolean;
  errorsText: (separator?: string) => string;
};

const { text, startAt, states } = synthesizeRemoval();
const named = Object.entries(states);
const tasks = named.filter(([, state]) => state['Type'] === 'Task');
const waits = tasks.filter(([, state]) => String(state['Resource']).endsWith('.waitForTaskToken'));

function targetsOf(state: AslState): string[] {
  const choices = (state['Choices'] ?? []) as { Next: string }[];
  const catches = (state['Catch'] ?? []) as { Next: string }[];
  return [
    state['Next'],
    state['Default'],
    ...choices.map(({ Next }) => Next),
    ...catches.map(({ Next }) => Next),
  ].filter((name) => name !== undefined);
}

describe('the definition of legal-removal', () => {
  it('is valid by the published schema and for the local engine', () => {
    const found = validate(JSON.parse(text));
    expect(found.errorsText('\n')).toBe('');
    expect(found.isValid).toBe(true);
    expect(Object.keys(parseDefinition(text).States)).toEqual(Object.keys(states));
  });

  it('is JSONata throughout', () => {
    expect(JSON.parse(text).QueryLanguage).toBe('JSONata');
    expect(text).not.toMatch(/Path"|\$\$\.|States\.(Format|Json)/);
  });

  it('reads the time from the state only and never draws at random', () => {
    expect(text).not.toMatch(/\$(now|millis|random)\(/);
  });

  it('reaches every state from its start', () => {
    const reached = new Set<string>();
    const open = [startAt];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (reached.has(name)) continue;
      reached.add(name);
      open.push(...targetsOf(states[name]!));
    }
    expect([...reached].sort()).toEqual(Object.keys(states).sort());
  });

  it('names its states in PascalCase', () => {
    expect(Object.keys(states).filter((name) => !/^([A-Z][a-z]+)+$/.test(name))).toEqual([]);
  });

  it('calls every step of its list, and no other', () => {
    const called = new Set(tasks.map(([, state]) => stepOf(state)));
    expect([...called].sort()).toEqual(LEGAL_REMOVAL_STEPS.map(({ step }) => step).sort());
  });

  it.each(tasks)('%s is retried, and what fails for good is parked', (_, state) => {
    expect(state['Retry'].map(({ MaxAttempts }: AslState) => MaxAttempts)).toEqual([0, 20, 6, 4]);
    const last = state['Catch'].at(-1);
    expect(last.ErrorEquals).toEqual(['States.ALL']);
    expect(['ParkCase', 'RestBeforeParking']).toContain(last.Next);
  });

  it.each(tasks)('%s keeps only ids, codes and counts', (_, state) => {
    expect(state['Output']).toEqual({});
    const { caseId, run } = state['Arguments'].Payload;
    expect(caseId).toBe('{% $states.context.Execution.Input.caseId %}');
    expect(run).toBe('{% $states.context.Execution.Input.run %}');
  });

  it.each(tasks)('%s reads of its result only what its contract promises', (_, state) => {
    const contract = LEGAL_REMOVAL_STEPS.find(({ step }) => step === stepOf(state))!;
    const read = [...JSON.stringify(state['Assign'] ?? {}).matchAll(/result\.Payload\.(\w+)/g)].map(
      ([, field]) => field,
    );
    expect(Object.keys(contract.output.shape)).toEqual(expect.arrayContaining(read));
  });

  it.each(tasks)('%s gives its step exactly what the contract asks for', (_, state) => {
    const contract = LEGAL_REMOVAL_STEPS.find(({ step }) => step === stepOf(state))!;
    expect(Object.keys(state['Arguments'].Payload).sort()).toEqual(Object.keys(contract.input.shape).sort());
  });

  it.each(waits)('%s ends by itself, and its timeout has a way of its own', (_, state) => {
    expect(state['TimeoutSeconds']).toMatch(/^\{% .+ %\}$/);
    expect(state['Catch'][0].ErrorEquals).toEqual(['States.Timeout']);
  });

  it('waits for a token in exactly these states', () => {
    expect(waits.map(([name]) => name).sort()).toEqual([
      'AwaitApproval',
      'AwaitDecision',
      'AwaitDeliveries',
      'AwaitInformation',
      'AwaitOperator',
      'AwaitResponse',
    ]);
  });
});
