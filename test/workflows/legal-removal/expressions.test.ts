import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import * as expressions from '../../../workflows/legal-removal/expressions.ts';
import * as shared from '../../../workflows/shared/expressions.ts';

const ENTERED = '2026-10-05T08:00:00.000Z';

/** Evaluates `{% … %}` as Step Functions would: variables by name, `$states` among them. */
async function evaluate(expression: string, variables: Record<string, unknown>): Promise<unknown> {
  const inner = /^\{% (.*) %\}$/s.exec(expression)?.[1] ?? '';
  return await jsonata(inner).evaluate({}, variables);
}

function waiting(wakeAt: string): Record<string, unknown> {
  return { wakeAt, states: { context: { State: { EnteredTime: ENTERED } } } };
}

describe('WAIT_SECONDS', () => {
  it.each([
    ['2026-10-05T08:00:30.000Z', 30],
    ['2026-10-05T08:00:30.001Z', 31],
    ['2026-10-05T08:00:00.000Z', 1],
    ['2026-10-04T08:00:00.000Z', 1],
    ['2026-10-08T08:00:00.000Z', 86_400],
    ['2026-10-05T08:02:00Z', 120],
  ])('until %s waits %i seconds', async (wakeAt, seconds) => {
    expect(await evaluate(expressions.WAIT_SECONDS, waiting(wakeAt))).toBe(seconds);
  });
});

describe('INFORMATION_SECONDS', () => {
  it('waits for a deadline many days ahead', async () => {
    expect(await evaluate(expressions.INFORMATION_SECONDS, waiting('2026-10-12T22:00:00.000Z'))).toBe(655_200);
  });
});

describe('OPERATOR_SECONDS', () => {
  it('is a day', async () => {
    expect(await evaluate(expressions.OPERATOR_SECONDS, {})).toBe(86_400);
  });
});

describe('EXHAUSTED_BY and EXHAUSTED_STAGE', () => {
  it.each([
    [true, 'EffectUnproven', 'prove'],
    [false, 'PlatformUnavailable', 'act'],
  ])('with a platform that answers: %s, %s at %s', async (reachable, error, stage) => {
    expect(await evaluate(expressions.EXHAUSTED_BY, { reachable })).toBe(error);
    expect(await evaluate(expressions.EXHAUSTED_STAGE, { reachable })).toBe(stage);
  });
});

describe('conditions', () => {
  it.each([
    ['isStage', expressions.isStage('review'), { stage: 'review' }, true],
    ['isStage', expressions.isStage('review'), { stage: 'plan' }, false],
    ['OWES_RECEIPT', expressions.OWES_RECEIPT, { stage: 'validate', receiptTold: false }, true],
    ['OWES_RECEIPT', expressions.OWES_RECEIPT, { stage: 'validate', receiptTold: true }, false],
    ['OWES_RECEIPT', expressions.OWES_RECEIPT, { stage: 'plan', receiptTold: false }, false],
    ['IS_ASKING', expressions.IS_ASKING, { ask: true }, true],
    ['OWES_MESSAGES', expressions.OWES_MESSAGES, { owes: false }, false],
    ['IS_AT_RISK', expressions.IS_AT_RISK, { atRisk: true, riskTold: false }, true],
    ['IS_AT_RISK', expressions.IS_AT_RISK, { atRisk: true, riskTold: true }, false],
    ['IS_ACTING', expressions.IS_ACTING, { stage: 'act' }, true],
    ['IS_ACTING', expressions.IS_ACTING, { stage: 'prove' }, true],
    ['IS_ACTING', expressions.IS_ACTING, { stage: 'restore' }, true],
    ['IS_ACTING', expressions.IS_ACTING, { stage: 'act-first' }, false],
    ['OWES_AFFECTED', expressions.OWES_AFFECTED, { effective: true, affectedTold: false }, true],
    ['OWES_AFFECTED', expressions.OWES_AFFECTED, { effective: true, affectedTold: true }, false],
    ['IS_EXHAUSTED', expressions.IS_EXHAUSTED, { exhausted: true }, true],
  ])('%s of %s', async (_name, expression, variables, holds) => {
    expect(await evaluate(expression, variables)).toBe(holds);
  });
});

describe('WAKE_FOR_MESSAGES', () => {
  const sooner = '2026-10-05T08:02:00.000Z';
  const later = '2026-10-06T08:00:00.000Z';

  it.each([
    [1, sooner, later, sooner],
    [0, sooner, later, later],
    [1, later, sooner, sooner],
  ])('with %i unsent chooses between %s and %s', async (unsent, looked, planned, chosen) => {
    const variables = { wakeAt: planned, states: { result: { Payload: { unsent, wakeAt: looked } } } };
    expect(await evaluate(expressions.WAKE_FOR_MESSAGES, variables)).toBe(chosen);
  });
});

describe('ALL_HANDED_OVER', () => {
  it.each([
    [0, true],
    [2, false],
  ])('with %i unsent is %s', async (unsent, holds) => {
    const variables = { states: { result: { Payload: { unsent } } } };
    expect(await evaluate(expressions.ALL_HANDED_OVER, variables)).toBe(holds);
  });
});

describe('the shared expressions', () => {
  const states = {
    context: { Execution: { Input: { caseId: 'case-1', run: 2 } }, Task: { Token: 'token' } },
    errorOutput: { Error: 'ContentionError' },
    result: { Payload: { stage: 'plan' } },
  };

  it.each([
    [shared.CASE_ID, 'case-1'],
    [shared.RUN, 2],
    [shared.TASK_TOKEN, 'token'],
    [shared.ERROR_NAME, 'ContentionError'],
    [shared.result('stage'), 'plan'],
    [shared.variable('batch'), 3],
  ])('%s', async (expression, value) => {
    expect(await evaluate(expression, { states, batch: 3 })).toBe(value);
  });
});
