import { describe, expect, it } from 'vitest';
import { nextStep } from '../../domain/case-run.ts';
import { CaseState } from '../../domain/lifecycle.ts';

describe('nextStep', () => {
  it.each([
    ['received', 'validate', 'validate'],
    ['validating', 'validate', 'validate'],
    ['validating', 'plan', 'plan'],
    ['validating', 'act-first', 'act-first'],
    ['validating', 'review', 'validate'],
    ['awaiting-information', 'plan', 'plan'],
    ['in-review', 'validate', 'review'],
    ['awaiting-approval', 'review', 'approval'],
    ['acting', 'validate', 'act'],
    ['proving', 'act', 'prove'],
    ['restoring', 'act', 'restore'],
    ['notifying', 'prove', 'notify'],
    ['sealing', 'notify', 'seal'],
    ['closed', 'seal', 'done'],
  ] as const)('a case %s with the stage %s goes on at %s', (state, stage, next) => {
    expect(nextStep({ state, stage })).toBe(next);
  });

  it('takes the stage asked for where the state allows it', () => {
    expect(nextStep({ state: 'validating', stage: 'validate' }, 'plan')).toBe('plan');
    expect(nextStep({ state: 'in-review', stage: 'review' }, 'validate')).toBe('review');
  });

  it('knows a way on from every state but the last', () => {
    const ended = CaseState.options.filter((state) => nextStep({ state, stage: 'validate' }) === 'done');
    expect(ended).toEqual(['closed']);
  });
});
