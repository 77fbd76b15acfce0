import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../functions/http/routes.ts';
import { OPERATIONS } from '../../../infra/operations.ts';
import { LEGAL_REMOVAL_STEPS } from '../../../workflows/legal-removal/legal-removal-workflow.ts';
import { PAGING_STEPS } from '../../../workflows/paging/paging-workflow.ts';

describe('the right to destroy keys', () => {
  it('is one function’s alone', () => {
    const steps = [...OPERATIONS, ...LEGAL_REMOVAL_STEPS, ...PAGING_STEPS];
    const functions = [
      ...steps.map(({ step, needs }) => ({ name: step, needs })),
      ...ROUTES.map(({ folder, contract }) => ({ name: folder, needs: contract.needs })),
    ];
    expect(functions.length).toBeGreaterThan(50);
    const able = functions.filter(({ needs }) => (needs as readonly string[]).includes('keys:destroy'));
    expect(able.map(({ name }) => name)).toEqual(['fire-timer']);
  });
});
