import { describe, expect, it } from 'vitest';
import { runOfExecution } from '#runtime/execution-name';
import { parkFailedExecutionStep } from '../../../../functions/operations/park-failed-execution/handler.ts';
import { CaseNotFoundError } from '../../../../functions/ports/errors.ts';
import { changing, NOW, sampleCase } from '../../support/sample-case.ts';

const clock = { now: () => NOW };

function ended(status: string, name = `${sampleCase().caseId}-1`) {
  return { detail: { name, status } };
}

describe('parkFailedExecutionStep', () => {
  it.each([
    ['FAILED', 'execution-failed'],
    ['TIMED_OUT', 'execution-timed-out'],
    ['ABORTED', 'execution-aborted'],
  ])('parks an open case whose run ended as %s', async (status, reason) => {
    const { change, changes } = changing(sampleCase({ stage: 'prove' }));
    expect(await parkFailedExecutionStep({ cases: { change }, clock }, ended(status))).toEqual({ parked: true });
    expect(changes).toMatchObject([{ set: { parked: { stage: 'prove', reason } } }]);
  });

  it.each([
    ['a success', sampleCase(), ended('SUCCEEDED')],
    ['an earlier run', sampleCase({ run: 2 }), ended('FAILED')],
    ['a closed case', sampleCase({ state: 'closed', closedAt: NOW }), ended('FAILED')],
    ['a name that is no run', sampleCase(), ended('FAILED', 'by-hand')],
  ])('parks nothing for %s', async (_, record, event) => {
    const { change, changes } = changing(record);
    expect(await parkFailedExecutionStep({ cases: { change }, clock }, event)).toEqual({ parked: false });
    expect(changes).toEqual([]);
  });

  it('lets an execution of no case pass, and a fault of the store not', async () => {
    const failing = (error: Error) => ({ cases: { change: () => Promise.reject(error) }, clock });
    expect(await parkFailedExecutionStep(failing(new CaseNotFoundError('x')), ended('FAILED'))).toEqual({
      parked: false,
    });
    await expect(parkFailedExecutionStep(failing(new Error('down')), ended('FAILED'))).rejects.toThrow('down');
  });
});

describe('runOfExecution', () => {
  it.each([
    ['case-0a1b-12', { caseId: 'case-0a1b', run: 12 }],
    ['case-0a1b-0', null],
    ['nothing', null],
    ['case-1-', null],
  ])('reads %s', (name, expected) => {
    expect(runOfExecution(name)).toEqual(expected);
  });
});
