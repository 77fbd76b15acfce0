import { describe, expect, it, vi } from 'vitest';
import type { CaseRecord } from '#domain/case';
import { plus } from '#domain/instant';
import { sweepOpenCasesStep } from '../../../../functions/operations/sweep-open-cases/handler.ts';
import { changing, NOW, sampleCase } from '../../support/sample-case.ts';

type Status = 'absent' | 'running' | 'succeeded' | 'failed';

function sweep(listed: CaseRecord[], status: Status, current: CaseRecord = listed[0] ?? sampleCase()) {
  const { change, changes } = changing(current);
  const watchAgain = vi.fn();
  const executions = { status: vi.fn(async () => status), startRun: vi.fn() };
  const cases = { listToWatch: vi.fn(async () => listed), watchAgain, change };
  return { cases, executions, clock: { now: () => NOW }, changes, watchAgain };
}

describe('sweepOpenCasesStep', () => {
  it('starts a run that never began and looks again soon', async () => {
    const record = sampleCase({ state: 'received', claimedRun: 0, stage: 'validate' });
    const dependencies = sweep([record], 'absent');

    expect(await sweepOpenCasesStep(dependencies)).toMatchObject({ started: 1, parked: 0 });
    expect(dependencies.executions.startRun).toHaveBeenCalledWith(record.caseId, 1, 'validate');
    expect(dependencies.watchAgain).toHaveBeenCalledWith(record, plus(NOW, { minutes: 2 }));
  });

  it('leaves a case alone whose run executes', async () => {
    const record = sampleCase();
    const dependencies = sweep([record], 'running');

    expect(await sweepOpenCasesStep(dependencies)).toMatchObject({ running: 1 });
    expect(dependencies.changes).toEqual([]);
    expect(dependencies.watchAgain).toHaveBeenCalledWith(record, plus(NOW, { minutes: 240 }));
  });

  it.each(['succeeded', 'failed', 'absent'] as const)(
    'parks an open case whose claimed run is %s, and pages',
    async (status) => {
      const dependencies = sweep([sampleCase({ stage: 'act', state: 'acting' })], status);

      expect(await sweepOpenCasesStep(dependencies)).toMatchObject({ parked: 1 });
      expect(dependencies.changes).toMatchObject([
        {
          set: { parked: { stage: 'act', reason: 'execution-ended', owner: 'operator', at: NOW } },
          events: [{ type: 'case.parked' }],
          outbox: [{ kind: 'page', reason: 'case-parked' }],
        },
      ]);
    },
  );

  it.each([
    ['was closed meanwhile', sampleCase({ state: 'closed', closedAt: NOW })],
    ['has a new run', sampleCase({ run: 2 })],
    ['is parked already', sampleCase({ parked: { stage: 'act', reason: 'r', owner: 'operator', at: NOW } })],
  ])('changes nothing when the case %s', async (_, current) => {
    const dependencies = sweep([sampleCase()], 'failed', current);
    expect(await sweepOpenCasesStep(dependencies)).toMatchObject({ parked: 0 });
    expect(dependencies.changes).toEqual([]);
  });

  it('puts off a case that cannot be looked at, and goes on with the others', async () => {
    const [bad, good] = [sampleCase({ caseId: 'case-bad' }), sampleCase({ caseId: 'case-good' })];
    const dependencies = sweep([bad, good], 'running');
    dependencies.executions.status.mockRejectedValueOnce(new Error('throttled'));

    expect(await sweepOpenCasesStep(dependencies)).toMatchObject({ failed: 1, running: 1 });
    expect(dependencies.watchAgain).toHaveBeenCalledWith(bad, plus(NOW, { minutes: 5 }));
  });
});
